import { createLogger } from '../../src/base/log.ts';
import { spokenDialog } from '../../src/cli/spoken-dialog.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { type SignedIn, type SignInOptions, signIn } from '../../src/telegram/sign-in/sign-in.ts';

export interface Person {
  /** One for each question, in the order they come. */
  readonly answers?: readonly string[];
  /** Is handed each QR code's address. */
  readonly onQr?: (address: string, count: number) => Promise<void>;
}

export interface SignInAttempt {
  readonly result: Promise<
    Omit<SignedIn, 'user'> & { readonly name: string; readonly username: string | null; readonly isBot: boolean }
  >;
  /** What the person was told and asked, one line each, as it came. */
  readonly transcript: string[];
}

/** Signs in at a server with a key exchange of its own, a script in the person's place. */
export function attemptSignIn(
  server: Pick<Sandbox, 'host' | 'port' | 'publicKey'>,
  way: SignInOptions['way'],
  person: Person,
): SignInAttempt {
  const transcript: string[] = [];
  const answers = [...(person.answers ?? [])];
  let codes = 0;
  const result = signIn({
    way,
    apiId: 12345,
    apiHash: '0123456789abcdef0123456789abcdef',
    server: { host: server.host, port: server.port, dc: 2 },
    serverPublicKey: server.publicKey,
    signal: new AbortController().signal,
    log: createLogger({ level: 'silent' }),
    dialog: spokenDialog({
      say: (text) => void transcript.push(text),
      async ask(question) {
        transcript.push(question.trim());
        const answer = answers.shift();
        if (answer === undefined) throw new Error(`nobody answers "${question}"`);
        return answer;
      },
      showQr(address) {
        codes += 1;
        person.onQr?.(address, codes).catch((error: unknown) => transcript.push(String(error)));
      },
    }),
  }).then(({ user, ...signedIn }) => ({
    ...signedIn,
    name: [user.firstName, user.lastName].filter(Boolean).join(' '),
    username: user.username ?? null,
    isBot: user.bot === true,
  }));
  result.catch(() => {});
  return { result, transcript };
}
