import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { ReadStream, WriteStream } from 'node:tty';

/** The input ended (Ctrl-D, or a pipe with too few lines), or nobody answered. The message is for people. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

/** Questions and answers by lines: from a keyboard, or one line for each question from a pipe. */
export interface Terminal {
  say(text: string): void;
  /** The line without its end. `hidden`: nothing of it is shown on a terminal. Throws `NoAnswerError`. */
  ask(question: string, options?: { readonly hidden?: boolean }): Promise<string>;
  /** Shows a picture of several lines; on a terminal in place of the one before, if nothing was said since. */
  draw(picture: string): void;
  /** Lets go of the input, so that it keeps no process alive. */
  close(): void;
}

export interface TerminalOptions {
  readonly input: ReadStream | NodeJS.ReadableStream;
  readonly output: WriteStream | NodeJS.WritableStream;
  /** Ctrl-C while a question is open, when the terminal sends no signal. */
  readonly onInterrupt: () => void;
  /** Ends an open question. */
  readonly signal: AbortSignal;
}

const PATIENCE_MINUTES = 10;

export function createTerminal({ input, output, onInterrupt, signal }: TerminalOptions): Terminal {
  const isTerminal = 'isTTY' in input && input.isTTY;
  const canMove = 'isTTY' in output && output.isTTY;
  const lines = isTerminal ? null : readLines(input);
  let drawnLines = 0;

  /** A new line editor for each question: between questions the terminal is as we found it, Ctrl-C a signal again. */
  async function typed(question: string, hidden: boolean, until: AbortSignal): Promise<string> {
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    const editor = createInterface({ input, output: hidden ? nowhere : output, terminal: true, historySize: 0 });
    editor.on('SIGINT', onInterrupt);
    if (hidden) output.write(question);
    try {
      const answered = new Promise<string>((resolve) => editor.question(hidden ? '' : question, resolve));
      const ended = once(editor, 'close', { signal: until }).then(() => null);
      const answer = await Promise.race([answered, ended]);
      if (answer === null) throw new NoAnswerError('The input ended before the question was answered.');
      return answer;
    } finally {
      editor.close();
      if (hidden) output.write('\n');
    }
  }

  async function piped(question: string, until: AbortSignal): Promise<string> {
    output.write(`${question}\n`);
    const aborted = once(until, 'abort').then(() => until.throwIfAborted());
    aborted.catch(() => {});
    const line = await Promise.race([lines?.next(), aborted]);
    if (!line || line.done) throw new NoAnswerError('The input ended before the question was answered.');
    return line.value;
  }

  return {
    say(text) {
      drawnLines = 0;
      output.write(`${text}\n`);
    },
    async ask(question, { hidden = false } = {}) {
      drawnLines = 0;
      const patience = AbortSignal.timeout(PATIENCE_MINUTES * 60_000);
      const until = AbortSignal.any([signal, patience]);
      try {
        return await (lines ? piped(question, until) : typed(question, hidden, until));
      } catch (error) {
        if (patience.aborted) throw new NoAnswerError(`Nobody answered within ${PATIENCE_MINUTES} minutes.`);
        throw error;
      }
    },
    draw(picture) {
      if (canMove && drawnLines > 0) output.write(`\x1b[${drawnLines}A\x1b[0J`);
      const text = picture.endsWith('\n') ? picture : `${picture}\n`;
      output.write(text);
      drawnLines = text.split('\n').length - 1;
    },
    close() {
      if ('destroy' in input && !isTerminal) input.destroy();
    },
  };
}

/** All lines of a pipe in order; those that come before they are asked for are kept. */
function readLines(input: NodeJS.ReadableStream): AsyncIterator<string, undefined> {
  return createInterface({ input, terminal: false })[Symbol.asyncIterator]();
}
