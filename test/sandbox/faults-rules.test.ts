import { readFile } from 'node:fs/promises';
import { Api } from 'telegram';
import { describe, expect, test } from 'vitest';
import type { FaultRule } from '../../src/sandbox/faults/fault.ts';
import { createFaultBox } from '../../src/sandbox/faults/faults.ts';
import { readRule } from '../../src/sandbox/faults/read-rule.ts';
import { account, connectGramjs, startSandbox } from '../support/start-sandbox.ts';

const OWNER = 'aaaaaaaaaaaaaaaa';
const STRANGER = 'bbbbbbbbbbbbbbbb';
const NOBODY = 'cccccccccccccccc';
const EXPORT = 'messages.ExportChatInvite';

function box() {
  return createFaultBox({
    clock: () => 1_700_000_000_000,
    accountOf: (authKeyId) =>
      authKeyId === OWNER ? { id: '1', name: 'owner' } : authKeyId === STRANGER ? { id: '2', name: null } : null,
    knowsAccount: (name) => ['owner', '1', '2'].includes(name),
    knowsMethod: (name) => [EXPORT.toLowerCase(), 'help.getconfig'].includes(name.toLowerCase()),
    revoke: () => undefined,
    refuse: () => undefined,
  });
}

const error = (type: string) => ({ kind: 'rpcError', code: 400, type }) as const;

describe('which call meets a fault', () => {
  test('once unless told, by any spelling of the method, and not another method', () => {
    const faults = box();
    const added = faults.add({ method: 'messages.exportChatInvite', fault: { kind: 'cut' } });
    expect(faults.forCall(OWNER, 'help.GetConfig')).toBeNull();
    expect(faults.forCall(OWNER, EXPORT)).toEqual({ kind: 'cut' });
    expect(faults.forCall(OWNER, EXPORT)).toBeNull();
    expect(added.applied).toBe(1);
    faults.add({ method: EXPORT, fault: { kind: 'silence' } });
    expect(faults.forCall(NOBODY, EXPORT)).toEqual({ kind: 'silence' });
  });

  test('an account by name or by id; who is not signed in is nobody', () => {
    const faults = box();
    faults.add({ account: 'owner', times: null, fault: error('A') });
    faults.add({ account: '2', times: null, fault: error('B') });
    const met = [OWNER, STRANGER, NOBODY].map((key) => faults.forCall(key, EXPORT));
    expect(met).toEqual([error('A'), error('B'), null]);
    expect(faults.list().map(({ calls }) => calls)).toEqual([
      [{ at: 1_700_000_000_000, account: 'owner', method: 'messages.exportChatInvite' }],
      [{ at: 1_700_000_000_000, account: '2', method: 'messages.exportChatInvite' }],
    ]);
  });

  test('times, skip and order: the first that matches applies, one that lets a call pass leaves it to the next', () => {
    const faults = box();
    faults.add({ skip: 1, times: 2, fault: error('A') });
    faults.add({ times: null, fault: error('B') });
    const types = Array.from({ length: 5 }, () => faults.forCall(OWNER, EXPORT)).map((fault) =>
      fault?.kind === 'rpcError' ? fault.type : null,
    );
    expect(types).toEqual(['B', 'A', 'A', 'B', 'B']);
    expect(faults.list()).toMatchObject([
      { applied: 2, remaining: 0 },
      { applied: 3, remaining: null },
    ]);
  });

  test('chance: as likely as told, and the same calls for the same seed', () => {
    const run = (seed: number) => {
      const faults = box();
      faults.add({ times: null, chance: 0.25, seed, fault: { kind: 'cut' } });
      return Array.from({ length: 2000 }, () => faults.forCall(OWNER, EXPORT) !== null);
    };
    const struck = run(7).filter(Boolean).length;
    expect(struck).toBeGreaterThan(400);
    expect(struck).toBeLessThan(600);
    expect(run(7)).toEqual(run(7));
    expect(run(8)).not.toEqual(run(7));
  });

  test('a rule that is removed, cleared or over is done and applies no more', async () => {
    const faults = box();
    const removed = faults.add({ times: null, fault: { kind: 'cut' } });
    removed.remove();
    await removed.done;
    const over = faults.add({ times: null, seconds: 0.001, fault: { kind: 'cut' } });
    await over.done;
    expect(faults.forCall(OWNER, EXPORT)).toBeNull();
    expect(faults.list()).toMatchObject([{ id: over.id, applied: 0, remaining: 0 }]);
    const cleared = faults.add({ times: null, fault: { kind: 'cut' } });
    faults.clear();
    await cleared.done;
    expect([faults.list(), faults.forCall(OWNER, EXPORT), faults.remove(cleared.id)]).toEqual([[], null, false]);
  });

  test('a hundred used-up rules are kept for the report', () => {
    const faults = box();
    for (let each = 0; each < 150; each += 1) {
      faults.add({ fault: { kind: 'cut' } });
      faults.forCall(OWNER, EXPORT);
    }
    faults.add({ fault: { kind: 'cut' } });
    expect(faults.list()).toHaveLength(101);
    expect(faults.list()[0]?.id).toBe(51);
  });
});

/** Written as a person may get them wrong, so the types are no help. */
const MISTAKES: readonly [string, unknown, RegExp][] = [
  ['no object', 'cut', /^Invalid type: Expected Object/],
  ['no fault', {}, /^fault: /],
  ['an unknown kind', { fault: { kind: 'explode' } }, /^fault\.kind: must be one of cut, delay, silence, rpcError/],
  ['an unknown field', { fault: { kind: 'cut' }, acount: 'owner' }, /"acount"/],
  ['a field of another kind', { fault: { kind: 'cut', ms: 1 } }, /^fault\.ms: Invalid key/],
  ['a field missing', { fault: { kind: 'rpcError', code: 400 } }, /^fault\.type: /],
  [
    'an error in small letters',
    { fault: { ...error('A'), type: 'flood' } },
    /^fault\.type: must be a name as Telegram/,
  ],
  ['an unknown moment', { fault: { kind: 'cut', when: 'during' } }, /^fault\.when: /],
  ['a method without namespace', { method: 'exportChatInvite', fault: { kind: 'cut' } }, /^method: must be/],
  [
    'a method that is not here',
    { method: 'messages.exportInvite', fault: { kind: 'cut' } },
    /^method: the sandbox has no/,
  ],
  [
    'an account that is not here',
    { account: 'olive', fault: { kind: 'cut' } },
    /^account: nobody here is called olive/,
  ],
  ['no times at all', { times: 0, fault: { kind: 'cut' } }, /^times: /],
  ['a chance above 1', { chance: 2, fault: { kind: 'cut' } }, /^chance: /],
  ['an account for the port', { account: 'owner', fault: { kind: 'refuse' } }, /^account: means nothing with refuse/],
  [
    'times for the clock',
    { times: 1, fault: { kind: 'clockSkew', seconds: 9 } },
    /^times: means nothing with clockSkew/,
  ],
];

test.each(MISTAKES)('%s: refused, saying what is wrong', (_name, rule, message) => {
  const faults = box();
  expect(() => faults.add(rule as FaultRule)).toThrow(
    expect.objectContaining({ name: 'FaultRuleError', message: expect.stringMatching(message) }),
  );
  expect(faults.list()).toEqual([]);
});

test('docs/sandbox.md shows every kind, in rules that can be posted as they stand', async () => {
  const text = await readFile(new URL('../../docs/sandbox.md', import.meta.url), 'utf8');
  const kinds = [...text.matchAll(/fault '(\{.*?\})'/g)].map(([, rule = '']) => readRule(JSON.parse(rule)).fault.kind);
  expect([...new Set(kinds)].sort()).toEqual(
    ['badSalt', 'clockSkew', 'cut', 'delay', 'dropUpdates', 'forgetSession', 'garbage', 'halfOpen', 'refuse'].concat([
      'revokeSession',
      'rpcError',
      'silence',
      'transportError',
    ]),
  );
});

test('in a sandbox, a rule of one account leaves the others alone', async () => {
  await using sandbox = await startSandbox();
  await using owner = await connectGramjs(sandbox, account(sandbox, 'owner').session);
  await using ada = await connectGramjs(sandbox, account(sandbox, 'ada').session);
  const state = new Api.updates.GetState();
  const rule = { method: 'updates.getState', fault: error('PEER_FLOOD') };
  const byName = sandbox.faults.add({ ...rule, account: 'owner' });
  const byId = sandbox.faults.add({ ...rule, account: '7000000004', skip: 1 });
  await expect(owner.client.invoke(state)).rejects.toMatchObject({ errorMessage: 'PEER_FLOOD' });
  await byName.done;
  expect(await owner.client.invoke(state)).toBeInstanceOf(Api.updates.State);
  expect(await ada.client.invoke(state)).toBeInstanceOf(Api.updates.State);
  await expect(ada.client.invoke(state)).rejects.toMatchObject({ errorMessage: 'PEER_FLOOD' });
  expect([byName.applied, byId.applied]).toEqual([1, 1]);
});
