import { isDeepStrictEqual } from 'node:util';
import autocannon from 'autocannon';
import type { Contender } from './contenders.ts';
import type { Question } from './questions.ts';
import type { SandboxProcess } from './sandbox-process.ts';
import { quantile } from './statistics.ts';

/** One turn of one contender. */
export interface Sample {
  /** Answers a second. */
  readonly rate: number;
  /** Milliseconds from the request's last byte to the answer's last one. */
  readonly p50: number;
  readonly p99: number;
  /** Processor time of the contender's process for each request, in milliseconds. */
  readonly cpuMs: number;
  /** Of the contender when the turn is over, in MB. */
  readonly rssMb: number;
  /** How much of one core the sandbox needed meanwhile: near 1, it is the sandbox that is measured. */
  readonly sandboxBusy: number;
  readonly requests: number;
  /** Seconds from the first request to the last answer. */
  readonly seconds: number;
}

/**
 * How long, or how often; and over how many connections, each kept open and with one request at a time. A time begins when
 * every connection has had an answer, half a second after the first request at the earliest: a busy Node takes new connections
 * one by one, and what the last of them waits is no latency of a request. A number begins at once.
 */
export type Effort = { readonly connections: number } & ({ readonly seconds: number } | { readonly amount: number });

const LEAD_IN_MS = 500;
/** Far more than any turn takes. */
const LONGEST_SECONDS = 120;

/**
 * Drives one contender with one question. Throws where anything was refused, cut off or late, or an answer is not the
 * right one: a fast wrong answer is no result.
 */
export async function drive(
  { name, process: contender }: Contender,
  { url, method, body, right }: Question,
  effort: Effort,
  sandbox: SandboxProcess,
): Promise<Sample> {
  const usage = () => ({ contender: contender.usage(), sandbox: sandbox.process.usage() });
  const times: number[] = [];
  const answered = new Set<autocannon.Client>();
  const opened = performance.now();
  let phase: 'lead-in' | 'measured' | 'over' = 'amount' in effort ? 'measured' : 'lead-in';
  let before = usage();
  let after = before;
  let begin = opened;
  let last = opened;
  const finished = Promise.withResolvers<autocannon.Result>();
  const instance = autocannon(
    {
      url,
      method,
      connections: effort.connections,
      ...('amount' in effort ? { amount: effort.amount } : { duration: LONGEST_SECONDS }),
      ...(body !== undefined && { body, headers: { 'content-type': 'application/json' } }),
      idReplacement: body?.includes('[<id>]') ?? false,
      timeout: 10,
      // How often autocannon looks whether it is to stop, in milliseconds.
      sampleInt: 50,
      verifyBody: (answer) => String(answer).includes(right),
    },
    (error, result) => (error ? finished.reject(error) : finished.resolve(result)),
  );
  // Its own percentiles are whole milliseconds.
  instance.on('response', (client, _status, _bytes, milliseconds) => {
    const now = performance.now();
    if (phase === 'lead-in') {
      answered.add(client);
      if (answered.size < effort.connections || now - opened < LEAD_IN_MS) return;
      phase = 'measured';
      before = usage();
      begin = now;
    } else if (phase === 'measured') {
      times.push(milliseconds);
      last = now;
      const over = 'amount' in effort ? times.length === effort.amount : now - begin >= effort.seconds * 1000;
      if (!over) return;
      phase = 'over';
      after = usage();
      instance.stop();
    }
  });
  const { errors, timeouts, non2xx, mismatches } = await finished.promise;
  if (errors + timeouts + non2xx + mismatches > 0 || times.length === 0) {
    throw new Error(
      `${name}, ${times.length} answers over ${effort.connections} connections: ${errors} errors, ${timeouts} too late, ` +
        `${non2xx} with another status than 200, ${mismatches} wrong`,
    );
  }
  const seconds = (last - begin) / 1000;
  return {
    rate: times.length / seconds,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    cpuMs: (after.contender.cpuMs - before.contender.cpuMs) / times.length,
    rssMb: after.contender.rssMb,
    sandboxBusy: (after.sandbox.cpuMs - before.sandbox.cpuMs) / (last - begin),
    requests: times.length,
    seconds,
  };
}

/** One request, its answer read. Throws when it is not the right one. */
export async function ask({ url, method, body, right, read }: Question): Promise<unknown> {
  const answer = await fetch(url, {
    method,
    ...(body !== undefined && { body, headers: { 'content-type': 'application/json' } }),
  });
  const text = await answer.text();
  if (answer.status !== 200 || !text.includes(right)) throw new Error(`${url} answers ${answer.status}: ${text}`);
  return read(JSON.parse(text));
}

/** Throws where two contenders answer a question in other words, but for `differs`: fields that are new in every answer. */
export async function requireSameAnswers(
  asked: readonly { readonly contender: Contender; readonly question: Question }[],
  differs: readonly string[],
): Promise<void> {
  const same = (_key: string, value: unknown) => (differs.includes(_key) ? null : value);
  const answers: { name: string; answer: unknown }[] = [];
  for (const { contender, question } of asked) {
    const answer: unknown = JSON.parse(JSON.stringify(await ask(question), same));
    answers.push({ name: contender.name, answer });
  }
  const [first, ...others] = answers;
  for (const { name, answer } of others) {
    if (isDeepStrictEqual(answer, first?.answer)) continue;
    throw new Error(
      `${name} answers\n${JSON.stringify(answer).slice(0, 600)}\nand ${first?.name}\n${JSON.stringify(first?.answer).slice(0, 600)}`,
    );
  }
}
