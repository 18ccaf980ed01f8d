import type { Api } from 'telegram';
import type { Chat } from '../world/chats.ts';
import { refuseAsTold } from '../world/refusals.ts';
import type { User } from '../world/users.ts';
import type { World } from '../world.ts';
import { chatOfPeer, type SentPeer } from './input-peer.ts';

/** The chat whose links a request is about. Throws as chatOfPeer, and what `world.refusals` holds for it. */
export function chatOfLinks(world: World, caller: User, request: Api.AnyRequest & { readonly peer: SentPeer }): Chat {
  const chat = chatOfPeer(world, caller, request.peer);
  refuseAsTold(world, chat, request.className);
  return chat;
}
