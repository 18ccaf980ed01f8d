import { Api } from 'telegram';

/**
 * Users and channels as clients of newer layers know them. The sandbox writes layer 198, GramJS's. Of what it sends, only
 * these two have changed for newer clients, and only by optional fields that it never sets, or (`stories_max_id`, from 217
 * on) by the type of one; so for them the same bytes under another constructor id are right. Older clients than 198 are
 * not translated for. Ids by layer: the "Layer" menus of core.telegram.org/constructor/user and /channel.
 */
const USER_IDS: readonly (readonly [from: number, id: number])[] = [
  [217, 0x31774388],
  [200, 0x20b1422],
];
const CHANNEL_IDS: readonly (readonly [from: number, id: number])[] = [
  [217, 0x1c32b11c],
  [204, 0xfe685355],
  [200, 0x7482147e],
];

/** Marks every user and channel inside an answer with the constructor id of this layer. The answer was made for one caller. */
export function speakLayer(answer: unknown, layer: number): void {
  if (layer < 200 || typeof answer !== 'object' || answer === null || Buffer.isBuffer(answer)) return;
  if (answer instanceof Api.User) writeAs(answer, USER_IDS, layer);
  if (answer instanceof Api.Channel) writeAs(answer, CHANNEL_IDS, layer);
  for (const part of Object.values(answer)) speakLayer(part, layer);
}

function writeAs(object: object, ids: typeof USER_IDS, layer: number): void {
  const id = ids.find(([from]) => layer >= from)?.[1];
  if (id !== undefined) Object.assign(object, { CONSTRUCTOR_ID: id });
}
