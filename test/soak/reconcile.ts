import type { World } from '../../src/sandbox/world.ts';
import type { Told } from './callers.ts';

/** The world held against what callers were told. Each number but the first three has to be 0. */
export interface Reconciliation {
  /** Requests for a link. */
  readonly requests: number;
  /** Links that callers were given, each once. */
  readonly given: number;
  /** Links that were made for them. */
  readonly made: number;
  /** Requests whose outcome stayed unknown to the caller, so that none or one may have been made. */
  readonly unknown: number;
  /** Links beyond one for a request, or one that is there although its caller was told that nothing was done. */
  readonly duplicates: number;
  /** Requests that were answered a link which is not there. */
  readonly lost: number;
  /** Links that two callers were given. */
  readonly shared: number;
  /** Edits and revocations that were told as done and are not. */
  readonly untrue: number;
}

export function reconcile(world: World, told: Told): Reconciliation {
  const byLink = new Map(world.invites.map((invite) => [invite.link, invite]));
  const made = Map.groupBy(
    world.exportRequests.flatMap(({ invite, title }) => (invite ? [{ link: invite.link, title: title ?? '' }] : [])),
    ({ title }) => title,
  );
  const holders = new Map<string, number>();
  let given = 0;
  let unknown = 0;
  let lost = 0;
  let duplicates = 0;
  for (const [title, asked] of Map.groupBy(told.exports, (request) => request.title)) {
    let most = 0;
    for (const { replies } of asked) {
      const links = new Set(
        replies.flatMap(({ result }) => (typeof result['link'] === 'string' ? [result['link']] : [])),
      );
      for (const link of links) {
        holders.set(link, (holders.get(link) ?? 0) + 1);
        if (!byLink.has(link)) lost += 1;
      }
      // Whoever asked again with a key may have been given a link in the end.
      const isUnknown =
        links.size === 0 && replies.some(({ verdict }) => verdict === 'UNKNOWN' || verdict === 'BROKEN');
      given += links.size;
      unknown += isUnknown ? 1 : 0;
      most += links.size > 0 || isUnknown ? 1 : 0;
    }
    duplicates += Math.max(0, (made.get(title)?.length ?? 0) - most);
  }
  const untrueTitles = [...told.titles].filter(([link, title]) => byLink.get(link)?.title !== title);
  const untrueRevocations = [...told.revoked].filter((link) => !byLink.get(link)?.revoked);
  return {
    requests: told.exports.length,
    given,
    made: [...made.values()].reduce((sum, links) => sum + links.length, 0),
    unknown,
    duplicates,
    lost,
    shared: [...holders.values()].filter((count) => count > 1).length,
    untrue: untrueTitles.length + untrueRevocations.length,
  };
}
