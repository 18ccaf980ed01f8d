import type { World } from '../world.ts';

/** A person or a bot. Those with a phone, or with a token, can be signed in to. */
export interface User {
  readonly id: bigint;
  readonly firstName: string;
  readonly lastName: string | null;
  /** What they tell of themselves; empty where they tell nothing. Admins read it of who asks to join. */
  readonly about: string;
  /** Without @, in the case it was chosen in. */
  readonly username: string | null;
  readonly isBot: boolean;
  /** International, digits only. `null`: nobody signs in as this user by phone. */
  readonly phone: string | null;
  /** The login code that auth.signIn accepts, the same every time. */
  readonly code: string | null;
  /** The second factor; `null`: the code is enough. */
  readonly password: string | null;
  /** Shown beside the question for the password. */
  readonly passwordHint: string | null;
  /** `<id>:<secret>`, bots only. */
  readonly botToken: string | null;
}

/** Adds a user; what is not said is absent. */
export function addUser(world: World, user: Pick<User, 'id' | 'firstName'> & Partial<User>): User {
  const whole: User = {
    lastName: null,
    about: '',
    username: null,
    isBot: false,
    phone: null,
    code: null,
    password: null,
    passwordHint: null,
    botToken: null,
    ...user,
  };
  world.users.set(whole.id, whole);
  return whole;
}

/** The user who must exist; throws an ordinary Error where one of the sandbox's own records points at nobody. */
export function userOf(world: World, id: bigint): User {
  const user = world.users.get(id);
  if (!user) throw new Error(`no user ${id} in this world`);
  return user;
}

/** Usernames are compared without case. */
export function findUserByUsername(world: World, username: string): User | null {
  const wanted = username.toLowerCase();
  return [...world.users.values()].find((user) => user.username?.toLowerCase() === wanted) ?? null;
}
