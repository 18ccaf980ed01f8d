/**
 * `npm run sandbox`: the sandbox alone, until SIGTERM or SIGINT. The first line on stdout is one JSON object for
 * programs; what people read goes to stderr.
 */
import { parseArgs } from 'node:util';
import { readAccountAmount } from '../sandbox/account-amount.ts';
import { ControlPortError } from '../sandbox/faults/control-port-error.ts';
import type { FaultRule } from '../sandbox/faults/fault.ts';
import { FaultRuleError, readRule } from '../sandbox/faults/read-rule.ts';
import { MAX_PLAIN_PORT, type Sandbox, startSandbox } from '../sandbox/sandbox.ts';

const USAGE =
  'usage: npm run sandbox -- [--port 0..65535] [--host ADDRESS] [--visitors] [--accounts N] [--control-port 0..65535] ' +
  '[--fault JSON]...';

/** Accounts that people read by name. */
const MOST_NAMED = 8;

interface Arguments {
  readonly host: string;
  readonly port: number;
  readonly visitors: boolean;
  readonly moreAccounts: number;
  readonly controlPort: number | undefined;
  readonly faults: readonly FaultRule[];
}

function readArguments(args: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '0' },
      host: { type: 'string', default: '127.0.0.1' },
      visitors: { type: 'boolean', default: false },
      accounts: { type: 'string', default: '0' },
      'control-port': { type: 'string' },
      fault: { type: 'string', multiple: true, default: [] },
    },
  });
  const control = values['control-port'];
  return {
    host: values.host,
    port: readPort('--port', values.port),
    visitors: values.visitors,
    moreAccounts: readAccountAmount(values.accounts),
    controlPort: control === undefined ? undefined : readPort('--control-port', control),
    faults: values.fault.map(readFault),
  };
}

function readPort(name: string, text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new Error(`${name} must be a whole number from 0 to 65535`);
  return port;
}

function readFault(text: string): FaultRule {
  let rule: unknown;
  try {
    rule = JSON.parse(text);
  } catch {
    throw new Error('--fault must be JSON');
  }
  try {
    return readRule(rule);
  } catch (error) {
    throw error instanceof FaultRuleError ? new Error(`--fault: ${error.message}`) : error;
  }
}

/** One sentence for what a person can mend; anything else is a bug and keeps its stack. */
function explain(error: unknown, { host, port }: Arguments): string {
  if (error instanceof FaultRuleError) return `--fault: ${error.message}`;
  if (error instanceof ControlPortError) return `${error.message}; choose another with --control-port`;
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE')
    return `port ${port} on ${host} is in use; choose another with --port, or 0 for a free one`;
  if (code === 'EACCES') return `port ${port} on ${host} may not be opened by this user; choose one above 1023`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `${host} is not an address of this machine`;
  return withStack(error);
}

function withStack(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** A method that threw by mistake: the client was told of an internal error, whoever runs the sandbox sees which. */
function printFault(error: unknown): void {
  process.stderr.write(`sandbox: fault: ${withStack(error)}\n`);
}

function fail(message: string, exitCode: number): never {
  process.stderr.write(`sandbox: ${message}\n`);
  process.exit(exitCode);
}

function announce(sandbox: Sandbox): void {
  const { host, port, publicKey, accounts, control } = sandbox;
  process.stdout.write(`${JSON.stringify({ host, port, publicKey, accounts, ...(control && { control }) })}\n`);
  const names = accounts.map((account) => account.name);
  const all = `${names.slice(0, MOST_NAMED).join(', ')}${names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : ''}`;
  process.stderr.write(`sandbox: listening on ${host}:${port} as data centre 2; accounts ${all}\n`);
  if (control) process.stderr.write(`sandbox: faults on demand at ${control}/faults\n`);
  if (port > MAX_PLAIN_PORT) {
    process.stderr.write(
      'sandbox: GramJS reads ports above 32767 in a session as negative; the gateway reads them right\n',
    );
  }
}

function stopOnSignal(sandbox: Sandbox): void {
  const stop = () => {
    sandbox.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error instanceof Error ? error.message : String(error), 1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/** Exit code 0: stopped by a signal; 1: the port cannot be had; 2: wrong arguments. */
export async function sandbox(args: readonly string[]): Promise<void> {
  const options = readOrFail(args);
  try {
    const started = await startSandbox({ ...options, onFault: printFault });
    for (const rule of options.faults) started.faults.add(rule);
    stopOnSignal(started);
    announce(started);
  } catch (error) {
    fail(explain(error, options), error instanceof FaultRuleError ? 2 : 1);
  }
}

function readOrFail(args: readonly string[]): Arguments {
  try {
    return readArguments(args);
  } catch (error) {
    fail(`${error instanceof Error ? error.message.split(/\.\s/)[0] : String(error)}; ${USAGE}`, 2);
  }
}
