import { Api } from 'telegram';
import type { Importer } from '../world/list-importers.ts';
import { toLong } from './long.ts';
import { present } from './present.ts';

/** Nobody here comes by a shared folder, so `via_chatlist` is never set. */
export function viewImporter({ userId, date, requested, about, approvedBy }: Importer): Api.ChatInviteImporter {
  return new Api.ChatInviteImporter({
    userId: toLong(userId),
    date,
    ...present({ requested, about: about || null, approvedBy: approvedBy === null ? null : toLong(approvedBy) }),
  });
}
