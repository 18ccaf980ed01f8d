import { Api } from 'telegram';
import type { Call, Dispatcher } from '../dispatcher.ts';
import { toLong } from '../views/long.ts';
import { SRP_G, SRP_P, type SrpVerifier, srpChallenge, srpVerifier } from '../world/srp.ts';
import { type User, userOf } from '../world/users.ts';
import type { World } from '../world.ts';
import { requireAccount } from './caller.ts';

type Algorithm = Api.PasswordKdfAlgoSHA256SHA256PBKDF2HMACSHA512iter100000SHA256ModPow;

export function registerAccount(dispatcher: Dispatcher, world: World): void {
  /** For whoever is signed in, and for whoever has shown a code and owes the password. */
  dispatcher.register(Api.account.GetPassword, async (_request, call) => {
    const user = userBehindPassword(world, call);
    if (user.password === null) return passwordAnswer(world, {});
    const verifier = await verifierOf(world, user, user.password);
    const challenge = srpChallenge(verifier, world.random);
    world.srpChallenges.set(call.authKeyId, challenge);
    return passwordAnswer(world, {
      hasPassword: true,
      currentAlgo: algorithm(verifier.salt1, verifier.salt2),
      srp_B: challenge.B,
      srpId: toLong(challenge.srpId),
      ...(user.passwordHint === null ? {} : { hint: user.passwordHint }),
    });
  });
}

/** The account whose password this key is asked for. */
export function userBehindPassword(world: World, call: Call): User {
  const waiting = world.awaitingPassword.get(call.authKeyId);
  return waiting === undefined ? requireAccount(world, call) : userOf(world, waiting);
}

async function verifierOf(world: World, user: User, password: string): Promise<SrpVerifier> {
  const known = world.passwordVerifiers.get(user.id);
  if (known) return known;
  const verifier = await srpVerifier(password, world.random);
  world.passwordVerifiers.set(user.id, verifier);
  return verifier;
}

/** The algorithms for a new password are told to everybody, although account.updatePasswordSettings is out of scope. */
function passwordAnswer(
  world: World,
  current: Partial<ConstructorParameters<typeof Api.account.Password>[0]>,
): Api.account.Password {
  return new Api.account.Password({
    ...current,
    newAlgo: algorithm(world.random(8), world.random(16)),
    newSecureAlgo: new Api.SecurePasswordKdfAlgoPBKDF2HMACSHA512iter100000({ salt: world.random(8) }),
    secureRandom: world.random(256),
  });
}

function algorithm(salt1: Buffer, salt2: Buffer): Algorithm {
  return new Api.PasswordKdfAlgoSHA256SHA256PBKDF2HMACSHA512iter100000SHA256ModPow({
    salt1,
    salt2,
    g: SRP_G,
    p: SRP_P,
  });
}
