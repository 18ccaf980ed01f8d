import { EnvelopArmor } from '@escape.tech/graphql-armor';
import { GraphQLError } from 'graphql';
import type { Limits } from '../limits.ts';
import type { DocumentCheck } from '../plugins/use-documents.ts';

/**
 * Refuse documents that are too large to be meant well, before anything is executed. The refusal is thrown, so that the
 * validation rules whose time grows with the square of a document never see it. Suggestions ("Did you mean …?") stay:
 * who may call may also read the schema.
 */
export function operationLimits(limits: Limits): DocumentCheck[] {
  const armor = new EnvelopArmor({
    blockFieldSuggestion: { enabled: false },
    maxTokens: {
      n: limits.tokens,
      ...refusing('TOO_MANY_TOKENS', `The document has more than ${limits.tokens} tokens.`),
    },
    maxAliases: {
      n: limits.aliases,
      ...refusing('TOO_MANY_ALIASES', `The operation has more than ${limits.aliases} aliases.`),
    },
    maxDirectives: {
      n: limits.directives,
      ...refusing('TOO_MANY_DIRECTIVES', `The operation has more than ${limits.directives} directives.`),
    },
    maxDepth: {
      n: limits.depth,
      flattenFragments: true,
      ...refusing('QUERY_TOO_DEEP', `The operation is nested more than ${limits.depth} levels deep.`),
    },
    // `useOperationPrice` knows variables.
    costLimit: { enabled: false },
  });
  const { plugins } = armor.protect();
  // The one hook each of them has; their type as a whole was made without exactOptionalPropertyTypes.
  return plugins.map(({ onParse, onValidate }) => ({ ...(onParse && { onParse }), ...(onValidate && { onValidate }) }));
}

/** armor's own refusals carry no code and call themselves syntax errors. */
function refusing(code: string, message: string): { onReject: (() => never)[] } {
  return {
    onReject: [
      () => {
        throw new GraphQLError(message, { extensions: { code, http: { spec: true, status: 400 } } });
      },
    ],
  };
}
