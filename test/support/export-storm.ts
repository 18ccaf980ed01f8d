import { expect } from 'vitest';
import type { CallFault } from '../../src/sandbox/faults/fault.ts';
import { COMMUNITY, peer } from './link-scene.ts';
import { startTestGateway } from './start-gateway.ts';

interface Storm {
  readonly fault: CallFault;
  /** How likely an export meets it. */
  readonly chance: number;
  readonly seed: number;
  readonly calls: number;
  readonly callers: number;
}

/**
 * Callers who all want the same kind of link, while answers are lost by chance; one call in three carries a key. Expects
 * that each call is answered a link, no two the same, and that no other was made.
 */
export async function exportUnderFaults({ fault, chance, seed, calls, callers }: Storm): Promise<void> {
  await using gateway = await startTestGateway();
  await gateway.query(`{ account { user { id } } chat(peer: "${peer}") { id } }`);
  const { world, faults } = gateway.sandbox;
  const before = world.invites.length;
  const rule = faults.add({ fault, chance, seed, times: null, method: 'messages.exportChatInvite', account: 'owner' });

  const answers: unknown[] = [];
  let begun = 0;
  async function caller(): Promise<void> {
    while (begun < calls) {
      begun += 1;
      const idempotencyKey = begun % 3 === 0 ? `"call ${begun}"` : null;
      const { data, errors } = await gateway.query(`mutation {
        result: exportChatInvite(input: { peer: "${peer}", title: "Storm", idempotencyKey: ${idempotencyKey} }) {
          __typename ... on ExportedChatInvite { link } ... on Error { message } } }`);
      answers.push(data?.['result']?.['link'] ?? data?.['result'] ?? errors);
    }
  }
  await Promise.all(Array.from({ length: callers }, caller));

  expect(rule.applied).toBeGreaterThan(0);
  const made = world.invites.slice(before).filter(({ chatId }) => chatId === COMMUNITY);
  expect(made.filter(({ revoked }) => revoked)).toEqual([]);
  expect(answers.filter((answer) => typeof answer !== 'string')).toEqual([]);
  expect(answers.toSorted()).toEqual(made.map(({ link }) => link).toSorted());
  expect(made).toHaveLength(calls);
}
