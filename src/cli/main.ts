/** The command line: one verb, each in a file that is loaded when it is asked for. */
type Verb = (args: readonly string[]) => Promise<void>;

const VERBS: Readonly<Record<string, () => Promise<Verb>>> = {
  start: async () => (await import('../main.ts')).start,
  login: async () => (await import('./login.ts')).login,
  accounts: async () => (await import('./accounts.ts')).accounts,
  resume: async () => (await import('./resume.ts')).resume,
  store: async () => (await import('./store.ts')).store,
  sandbox: async () => (await import('./sandbox.ts')).sandbox,
};

const USAGE = `usage: telegram-graphql-gateway [start | login | accounts | resume | store | sandbox]

  start     serves GraphQL: the account that the environment names, or the sandbox where it names none, with --accounts N
            further accounts in it
  login     signs an account in, and prints its session or keeps it in the store (login --help)
  accounts  lists the accounts that the store keeps
  resume    lets a limited or frozen account write again
  store     copies the store from SQLite to PostgreSQL (store copy)
  sandbox   the sandbox alone, for any MTProto client
`;

/** Runs what the arguments ask for; without a verb it is `start`. Exit code 2: there is no such verb. */
export async function main(all: readonly string[]): Promise<void> {
  const [first = '--'] = all;
  const [verb = '', ...args] = first.startsWith('--') && first !== '--help' ? ['start', ...all] : all;
  const load = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
  if (load !== undefined) return (await load())(args);
  if (verb === '--help') return void process.stdout.write(USAGE);
  process.stderr.write(`There is no verb ${JSON.stringify(verb)}.\n\n${USAGE}`);
  process.exitCode = 2;
}
