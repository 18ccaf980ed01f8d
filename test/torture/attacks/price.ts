import assert from 'node:assert/strict';
import { getIntrospectionQuery } from 'graphql';
import { NESTED, QR_CODES } from '../../support/dear-operations.ts';
import type { Attack } from './attack.ts';
import { HOSTILE, onStage } from './stage.ts';

const FIFTEEN = Array.from({ length: 15 }, (_, n) => `s${n}: __schema { ...Schema }`).join(' ');
const [SCHEMA = '', PARTS = ''] = getIntrospectionQuery().split(/(?=fragment FullType)/);
const SCHEMAS = `{ ${FIFTEEN} } fragment Schema on __Schema ${SCHEMA.slice(SCHEMA.indexOf('{', SCHEMA.indexOf('__schema'))).replace(/\}\s*$/, '')} ${PARTS}`;

export const PRICE: readonly Attack[] = [
  tooDear('draws eleven QR codes of each of 124 links', QR_CODES, { n: 124 }),
  tooDear('goes from links to their chat and back, 60 a page', NESTED, { n: 60 }),
  tooDear('goes from links to their chat and back, by defaults alone', NESTED.replace('$n: Int', '$n: Int = 124')),
  tooDear('asks 15 times for the whole schema', SCHEMAS),
];

function tooDear(does: string, query: string, variables: Readonly<Record<string, unknown>> = {}): Attack {
  return {
    tries: `one query ${does}`,
    holds: 'it is refused with its price, /healthz answers meanwhile, and Telegram hears nothing of it',
    run: (tree) =>
      onStage(tree, {}, async ({ ask, calls }) => {
        const { body, text } = await ask({ key: HOSTILE, query, variables });
        const [error] = body.errors ?? [];
        assert.equal(error?.extensions?.code, 'QUERY_TOO_COSTLY', `${text.length} bytes: ${text.slice(0, 200)}`);
        assert.match(error?.message ?? '', /would cost [1-9]\d* .*at most \d+.* (Ask for|Split)/);
        assert.equal(calls('messages.GetExportedChatInvites'), 0);
      }),
  };
}
