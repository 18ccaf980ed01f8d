import type { DocumentNode } from 'graphql';
import { stringifyDocument } from 'urql';

/** An operation as the console sends it. */
export interface Operation {
  readonly document: DocumentNode;
  readonly variables: object;
}

const jsonOf = ({ variables }: Operation) => JSON.stringify(variables, null, 2);

/** The document, with the variables below it as a comment, so that the whole is still a document. */
export function asGraphql(operation: Operation): string {
  const comment = `Variables:\n${jsonOf(operation)}`.replaceAll(/^/gm, '# ');
  return `${stringifyDocument(operation.document)}\n\n${comment}\n`;
}

/** The address of GraphiQL with the operation in it. */
export function graphiqlAddress(operation: Operation): string {
  const search = new URLSearchParams({ query: stringifyDocument(operation.document), variables: jsonOf(operation) });
  return `/graphql?${search}`;
}
