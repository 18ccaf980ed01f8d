import assert from 'node:assert/strict';
import { exchange } from '../../http/support/raw.ts';
import type { Attack } from './attack.ts';
import { HOSTILE, onStage, type Stage } from './stage.ts';

interface Sent {
  readonly line?: string;
  readonly host?: string;
  /** The content type; `null`: none is told. */
  readonly type?: string | null;
  readonly body?: string | Buffer;
}

const MAKE = 'mutation { exportChatInvite(input: { peer: "sandbox_community", title: "caf\xe9" }) { __typename } }';
const BRACKETS = '['.repeat(40_000);
const asks = (query: string, variables = '{}') => `{"query":${JSON.stringify(query)},"variables":${variables}}`;
const CHAT = 'query ($peer: Peer!) { chat(peer: $peer) { id } }';

export const HTTP: readonly Attack[] = [
  attack(
    'a target in absolute form',
    'it is that address',
    { line: 'POST http://localhost/graphql' },
    /^HTTP\/1.1 200 .*"Query"/s,
  ),
  attack('APPLICATION/JSON', 'it is JSON', { type: 'APPLICATION/JSON' }, /^HTTP\/1.1 200 .*"Query"/s),
  attack(
    'JSON in UTF-16 that would be read as UTF-8',
    '415',
    { type: 'application/json; charset=utf-16' },
    /^HTTP\/1.1 415 /,
  ),
  attack(
    'a title that is no UTF-8',
    '400, and no link is made',
    { body: Buffer.from(asks(MAKE), 'latin1') },
    /^HTTP\/1.1 400 /,
  ),
  attack(
    'DELETE without a content type',
    '405 with what is allowed',
    { line: 'DELETE /graphql', type: null, body: '' },
    /^HTTP\/1.1 405 .*\r\nallow: GET, POST\r\n/is,
  ),
  attack(
    'an export with an empty Host, of which the log had no line',
    '400, and no link is made',
    { host: '', body: asks(MAKE) },
    /^HTTP\/1.1 400 /,
  ),
  attack('a cache in front that keeps answers', 'no-store', {}, /\r\ncache-control: no-store\r\n/i),
  attack(
    'a peer of 40,000 brackets',
    'words that say what a peer is, none of V8',
    { body: asks(CHAT, `{"peer":${JSON.stringify(BRACKETS)}}`) },
    /^HTTP\/1.1 [24]00 (?!.*call stack).*"message":"/s,
  ),
  attack(
    'a variable of 40,000 lists in each other',
    'a refusal without words of V8',
    { body: asks(CHAT, `{"peer":${BRACKETS}${']'.repeat(40_000)}}`) },
    /^HTTP\/1.1 [24]00 (?!.*(call stack|INTERNAL_SERVER_ERROR))/s,
  ),
  attack(
    'extensions of 40,000 lists in each other',
    'an answer without words of V8',
    { body: `{"query":"{ __typename }","extensions":{"x":${BRACKETS}${']'.repeat(40_000)}}}` },
    /^HTTP\/1.1 [24]00 (?!.*(call stack|INTERNAL_SERVER_ERROR))/s,
  ),
];

function attack(tries: string, holds: string, sent: Sent, expected: RegExp): Attack {
  return {
    tries,
    holds,
    run: (tree) =>
      onStage(tree, {}, async (stage) => {
        const before = stage.calls('messages.ExportChatInvite');
        assert.match(await send(stage, sent), expected);
        assert.equal(stage.calls('messages.ExportChatInvite'), before);
      }),
  };
}

function send(
  { url }: Stage,
  { line = 'POST /graphql', host = 'localhost', type = 'application/json', body = asks('{ __typename }') }: Sent,
) {
  const bytes = Buffer.from(body);
  const head = [
    `${line} HTTP/1.1`,
    `host: ${host}`,
    'connection: close',
    `authorization: Bearer ${HOSTILE}`,
    ...(type === null ? [] : [`content-type: ${type}`]),
    `content-length: ${bytes.length}`,
  ];
  return exchange(url, Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), bytes]));
}
