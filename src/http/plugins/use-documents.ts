import type { DocumentNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';

/** Looks at a document before it is executed, and throws or adds rules. What it finds depends on nothing else. */
export type DocumentCheck = Pick<Plugin, 'onParse' | 'onValidate'>;

/** Characters of the documents that are kept. A parsed one takes 35 to 60 bytes for each, at the worst (names of one letter) 240. */
const KEPT_CHARACTERS = 300_000;

/**
 * Parses, checks and validates each document once: an application sends the same few all day. Takes the place of Yoga's cache,
 * which counts documents and not their size, and puts the names of all rules together for every request.
 */
export function useDocuments(checks: readonly DocumentCheck[]): Plugin {
  const parsed = new LRUCache<string, DocumentNode>({
    maxSize: KEPT_CHARACTERS,
    sizeCalculation: (_, text) => text.length,
  });
  const valid = new WeakSet<DocumentNode>();
  return {
    onParse(payload) {
      const { source } = payload.params;
      const text = typeof source === 'string' ? source : source.body;
      const known = parsed.get(text);
      if (known !== undefined) {
        payload.setParsedDocument(known);
        return undefined;
      }
      for (const { onParse } of checks) onParse?.(payload);
      return ({ result }) => {
        if (!(result instanceof Error)) parsed.set(text, result);
      };
    },
    onValidate(payload) {
      const { documentAST } = payload.params;
      if (valid.has(documentAST)) {
        payload.setResult([]);
        return undefined;
      }
      for (const { onValidate } of checks) onValidate?.(payload);
      return ({ valid: isValid }) => {
        if (isValid) valid.add(documentAST);
      };
    },
  };
}
