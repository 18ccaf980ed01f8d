import { fstatSync, write, writeSync } from 'node:fs';

/** Where a program's words go: it neither throws nor waits, whatever the device and its reader do. */
export interface Sink {
  /** Whole lines. */
  write(text: string): void;
}

export interface SinkEvents {
  /** So many writes are lost: the device has no room or has failed, or its reader has stopped. */
  readonly onLost?: (writes: number) => void;
  /** The device has taken something, and there is room for what is told now. */
  readonly onTaken?: () => void;
}

interface Device {
  send(text: string, done: (hasFailed: boolean) => void): void;
  /** When the process exits and nothing can be waited for. */
  sendLast(text: string): void;
}

/**
 * Milliseconds from one write to the next at the least; the lines of this time leave together. A write to a file is a task of the thread
 * pool, which costs as much as an export or two.
 */
const GATHERED_MS = 50;
/** Characters that may wait for the device: some thousand lines. */
const MOST_WAITING = 1_000_000;

/**
 * Writes to standard output (1) or standard error (2), one batch at a time: after a pause at once, otherwise what has been gathered. What
 * comes while a batch is under way waits, up to a bound, and is lost beyond. What fails is not tried again.
 */
export function createSink(fd: 1 | 2, { onLost, onTaken }: SinkEvents = {}): Sink {
  let device: Device | null = null;
  let isSending = false;
  let sentAt = Number.NEGATIVE_INFINITY;
  let waiting = '';
  let writes = 0;

  function sendSoon(to: Device): void {
    isSending = true;
    setTimeout(send, Math.max(0, sentAt + GATHERED_MS - performance.now()), to);
  }

  function send(to: Device): void {
    const [batch, count] = [waiting, writes];
    [waiting, writes] = ['', 0];
    sentAt = performance.now();
    to.send(batch, (hasFailed) => {
      isSending = false;
      if (hasFailed) onLost?.(count);
      if (waiting !== '') sendSoon(to);
      if (!hasFailed) onTaken?.();
    });
  }

  function open(): Device {
    const opened = openDevice(fd);
    process.once('exit', () => opened.sendLast(waiting));
    return opened;
  }

  return {
    write(text) {
      if (waiting.length + text.length > MOST_WAITING) return onLost?.(1);
      waiting += text;
      writes += 1;
      device ??= open();
      if (!isSending) sendSoon(device);
    },
  };
}

/**
 * Node's own stream of a pipe or a socket does not block. For files and terminals Node's would: they are written by the thread
 * pool. A pipe is not, because a thread that waits for its reader holds up the exit.
 */
function openDevice(fd: 1 | 2): Device {
  const kind = fstatSync(fd);
  if (!kind.isFIFO() && !kind.isSocket()) {
    return {
      send: (text, done) => writeAll(fd, Buffer.from(text), done),
      sendLast: (text) => writeLast(fd, text),
    };
  }
  const stream = fd === 1 ? process.stdout : process.stderr;
  // Each write is told of its own error.
  stream.on('error', () => {});
  return {
    send: (text, done) => void stream.write(text, (error) => done(error != null)),
    sendLast: (text) => void stream.write(text),
  };
}

function writeAll(fd: number, bytes: Buffer, done: (hasFailed: boolean) => void): void {
  write(fd, bytes, (error, written) => {
    if (error || written === bytes.length) done(error !== null);
    else writeAll(fd, bytes.subarray(written), done);
  });
}

function writeLast(fd: number, text: string): void {
  try {
    writeSync(fd, text);
  } catch {
    // There is nobody left to tell.
  }
}
