import { Api } from 'telegram';
import { tlUint } from './writer.ts';

/** What a client of layer `from` or newer calls a type; newest first. */
type Ids = readonly (readonly [from: number, id: number])[];

/**
 * Types as clients of newer layers know them. The sandbox writes layer 198, GramJS's. These have changed for newer clients
 * only by optional fields that it never sets, or (`stories_max_id`, from 217 on) by the type of one; so the same bytes
 * under another constructor id are right. Older clients than 198 are not translated for. Ids by layer: the "Layer" menus
 * of core.telegram.org/constructor/….
 */
const RENAMED: readonly (readonly [type: new (args: never) => object, ids: Ids])[] = [
  [
    Api.User,
    [
      [217, 0x31774388],
      [200, 0x20b1422],
    ],
  ],
  [
    Api.Channel,
    [
      [217, 0x1c32b11c],
      [204, 0xfe685355],
      [200, 0x7482147e],
    ],
  ],
  [Api.ChannelParticipant, [[223, 0x1bd54456]]],
  [Api.ChannelParticipantSelf, [[223, 0xa9478a1a]]],
  [Api.ChannelParticipantBanned, [[223, 0xd5f0ad91]]],
];

/** Types that begin with flags in a newer layer, none of which the sandbox sets: a zero follows the new id. */
const FLAGGED: typeof RENAMED = [
  [Api.ChatParticipant, [[223, 0x38e79fde]]],
  [Api.ChatParticipantCreator, [[223, 0xe1f867b8]]],
  [Api.ChatParticipantAdmin, [[223, 0x360d5d2]]],
  [Api.UpdateBotChatInviteRequester, [[227, 0x7cb34d79]]],
];

/** Gives all that is in an answer or update the form of this layer. It was made for one client and is written once. */
export function speakLayer(answer: unknown, layer: number): void {
  if (layer < 200 || typeof answer !== 'object' || answer === null || Buffer.isBuffer(answer)) return;
  const renamed = idFor(RENAMED, answer, layer);
  if (renamed !== undefined) Object.assign(answer, { CONSTRUCTOR_ID: renamed });
  const flagged = idFor(FLAGGED, answer, layer);
  if (flagged !== undefined) writeWithFlags(answer, flagged);
  // The library keeps what an object was made of as `originalArgs`: the same parts once more, which are not written.
  for (const [name, part] of Object.entries(answer)) if (name !== 'originalArgs') speakLayer(part, layer);
}

function idFor(table: typeof RENAMED, object: object, layer: number): number | undefined {
  const ids = table.find(([type]) => object instanceof type)?.[1];
  return ids?.find(([from]) => layer >= from)?.[1];
}

function writeWithFlags(object: object, id: number): void {
  if (!('getBytes' in object) || typeof object.getBytes !== 'function') return;
  const bytes: () => Buffer = object.getBytes.bind(object);
  Object.assign(object, { getBytes: () => Buffer.concat([tlUint(id), tlUint(0), bytes().subarray(4)]) });
}
