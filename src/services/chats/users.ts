import type { TelegramPort } from '../../telegram/port.ts';
import { Api } from '../../telegram/tl.ts';
import { AccountUnavailableError, GatewayError, isPassingTrouble, PeerNotFoundError } from '../errors/errors.ts';
import type { User } from '../models.ts';
import { askShared } from '../shared-work.ts';
import { inputUser, knownUsers } from './entities.ts';
import type { Peers } from './peers.ts';

export interface Users {
  /** The account that the gateway acts as. Asked once; a failure is not kept. */
  self(): Promise<User>;
  /**
   * The users behind these ids, in their order, with one call to Telegram. An id that this account has never seen is a
   * `PeerNotFoundError` in its place. When Telegram cannot be asked just now, or
   * refuses and `orKnown` is set, what is known already is answered.
   */
  load(ids: readonly string[], options?: { readonly orKnown?: boolean }): Promise<(User | GatewayError)[]>;
}

/** The account's own entity, asked once and shared; a failed question may be asked again. */
export function createSelf(telegram: TelegramPort): () => Promise<User> {
  let asking: Promise<User> | null = null;
  let known: Promise<User> | null = null;
  return () => known ?? askShared(() => (asking ??= begin()));

  function begin(): Promise<User> {
    const asked = ask().finally(() => {
      asking = null;
    });
    asked.then(
      () => {
        known = asked;
      },
      () => {}, // whoever waits for it is told
    );
    return asked;
  }

  async function ask(): Promise<User> {
    const users = await telegram.invoke(new Api.users.GetUsers({ id: [new Api.InputUserSelf()] }));
    const [known] = knownUsers(users);
    if (!known) throw new AccountUnavailableError('SESSION_DEAD', { code: 'AUTH_KEY_UNREGISTERED', telegramCode: 401 });
    return known;
  }
}

export function createUsers(telegram: TelegramPort, peers: Peers, self: () => Promise<User>): Users {
  return {
    self,
    async load(ids, { orKnown = false } = {}) {
      const me = await self();
      const inputs = ids.flatMap((id): Api.TypeInputUser[] => {
        if (id === me.id) return [new Api.InputUserSelf()];
        const peer = peers.known(id);
        if (peer?.kind !== 'USER') return [];
        return [inputUser(peer)];
      });
      const fresh = new Map<string, User>([[me.id, me]]);
      if (inputs.length > 0) {
        try {
          const users = await telegram.invoke(new Api.users.GetUsers({ id: inputs }));
          peers.remember({ users });
          for (const user of knownUsers(users)) fresh.set(user.id, user);
        } catch (error) {
          if (!isPassingTrouble(error) && !(orKnown && error instanceof GatewayError)) throw error;
        }
      }
      return ids.map((id) => {
        const remembered = peers.known(id);
        const user = fresh.get(id) ?? (remembered?.kind === 'USER' ? remembered.user : undefined);
        return user ?? new PeerNotFoundError(`This account has never seen a user with the id ${id}.`);
      });
    },
  };
}
