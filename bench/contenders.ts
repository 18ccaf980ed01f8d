import { mkdtempSync, readFileSync } from 'node:fs';
import { type Child, scratch, startChild, THIS_TREE } from './child.ts';
import { gatewayQuestions, peerQuestions, type Questions } from './questions.ts';
import { OWNER, type SandboxProcess } from './sandbox-process.ts';

/** Somebody who answers, running, with a session of its own for the same account. */
export interface Contender {
  readonly name: string;
  readonly process: Child;
  readonly questions: Questions;
}

export interface Gateway extends Contender {
  readonly questions: ReturnType<typeof gatewayQuestions>;
}

const URL_OF_PEER = /http:\/\/\S+\//;
const URL_OF_GATEWAY = /http:\/\/\S+\/graphql/;

export async function startGateway(
  sandbox: SandboxProcess,
  name = 'gateway',
  tree: string = THIS_TREE,
  more: Readonly<Record<string, string>> = {},
): Promise<Gateway> {
  const process = await startGatewayProcess({ ...(await gatewayEnvironment(sandbox)), ...more }, tree);
  const url = URL_OF_GATEWAY.exec(process.announced)?.[0] ?? '';
  return { name, process, questions: gatewayQuestions(url) };
}

/** An account and a store of its own, and nothing else set. */
export async function gatewayEnvironment(sandbox: SandboxProcess): Promise<Readonly<Record<string, string>>> {
  return {
    PORT: '0',
    DATA_DIR: mkdtempSync(`${scratch}/data-`),
    // It would be built in the first start of a tree.
    CONSOLE: 'off',
    TELEGRAM_API_ID: '1',
    TELEGRAM_API_HASH: 'bench',
    TELEGRAM_SESSION: await sandbox.signIn(),
  };
}

/** What `npm start` runs in a tree, but for a developer's own settings. */
export function startGatewayProcess(
  environment: Readonly<Record<string, string>>,
  tree: string = THIS_TREE,
): Promise<Child> {
  const { scripts }: { scripts: { start: string } } = JSON.parse(readFileSync(`${tree}/package.json`, 'utf8'));
  const [, ...args] = scripts.start.split(' ');
  return startChild(
    args.filter((arg) => !arg.startsWith('--env-file')),
    environment,
    URL_OF_GATEWAY,
    tree,
  );
}

const PEERS = [
  { name: 'Express + GramJS', file: 'express-gramjs.ts', lists: false },
  { name: 'Fastify + GramJS', file: 'fastify-gramjs.ts', lists: true },
  { name: 'Fastify + mtcute', file: 'fastify-mtcute.ts', lists: true },
] as const;

/** What people write instead (bench/peers). */
export async function startPeers(sandbox: SandboxProcess): Promise<Contender[]> {
  const peers: Contender[] = [];
  for (const { name, file, lists } of PEERS) {
    const environment = {
      ...sandbox.environment,
      TELEGRAM_SESSION: file === 'fastify-mtcute.ts' ? '' : await sandbox.signIn(),
      OWNER_PHONE: OWNER.phone,
      OWNER_CODE: OWNER.code,
    };
    const process = await startChild([`bench/peers/${file}`], environment, URL_OF_PEER);
    const url = URL_OF_PEER.exec(process.announced)?.[0] ?? '';
    peers.push({ name, process, questions: peerQuestions(url, lists) });
  }
  return peers;
}

/** Every contender on a sandbox of theirs, and an end to all of it. */
export async function startAll(sandbox: SandboxProcess) {
  const gateway = await startGateway(sandbox);
  const peers = await startPeers(sandbox);
  const all: readonly Contender[] = [gateway, ...peers];
  return {
    gateway,
    all,
    async [Symbol.asyncDispose]() {
      await Promise.all([...all.map(({ process }) => process.stop()), sandbox.process.stop()]);
    },
  };
}
