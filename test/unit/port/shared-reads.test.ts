import { expect, test } from 'vitest';
import { withCallScope } from '../../../src/base/call-scope.ts';
import { TelegramError, TelegramUnavailableError } from '../../../src/services/errors/errors.ts';
import { createSharedReads } from '../../../src/services/port/shared-reads.ts';
import { Api, toLong } from '../../../src/telegram/tl.ts';
import { callScopeOf } from '../../support/call-scope.ts';

const read = (id = 1) => new Api.messages.GetFullChat({ chatId: toLong(BigInt(id)) });
const CHANGE = new Api.messages.ExportChatInvite({ peer: new Api.InputPeerSelf() });

/** Calls that are answered by hand, in the order in which they came. */
function telegram() {
  const calls: PromiseWithResolvers<never>[] = [];
  const reads = createSharedReads();
  const port = reads.guard({
    invoke() {
      const call = Promise.withResolvers<never>();
      calls.push(call);
      return call.promise;
    },
  });
  const answer = (call: number, text: string) => calls[call]?.resolve(text as never); // stands for any method's answer
  return { port, calls, answer, startAnew: reads.startAnew };
}

test('equal reads under way are one call, and the next one is another', async () => {
  const { port, calls, answer } = telegram();
  const both = [port.invoke(read()), port.invoke(read())];
  expect(calls).toHaveLength(1);
  answer(0, 'once');
  await expect(Promise.all(both)).resolves.toEqual(['once', 'once']);
  void port.invoke(read());
  expect(calls).toHaveLength(2);
});

test('other reads, and changes in the same words, are calls of their own', () => {
  const { port, calls } = telegram();
  for (const request of [read(1), read(2), CHANGE, CHANGE]) void port.invoke(request);
  expect(calls).toHaveLength(4);
});

test('a read that began before a change had ended is not joined after it', async () => {
  const { port, calls, answer } = telegram();
  void port.invoke(read());
  const change = port.invoke(CHANGE);
  void port.invoke(read());
  expect(calls).toHaveLength(3);
  answer(1, 'made');
  await change;
  void port.invoke(read());
  expect(calls).toHaveLength(4);
});

test('an old read that ends behind a change leaves the newer one to be joined', async () => {
  const { port, calls, answer } = telegram();
  const old = port.invoke(read());
  const change = port.invoke(CHANGE);
  answer(1, 'made');
  await change;
  const newer = port.invoke(read());
  answer(0, 'old');
  await old;
  const joined = port.invoke(read());
  expect(calls).toHaveLength(3);
  answer(2, 'new');
  await expect(Promise.all([newer, joined])).resolves.toEqual(['new', 'new']);
});

test('a refusal is everybody’s', async () => {
  const { port, calls } = telegram();
  const both = [port.invoke(read()), port.invoke(read())].map((asked) => asked.catch((error: unknown) => error));
  calls[0]?.reject(new TelegramError('no', 'CHAT_ID_INVALID', 400));
  expect(await Promise.all(both)).toEqual([expect.any(TelegramError), expect.any(TelegramError)]);
  expect(calls).toHaveLength(1);
});

test('who joined a read whose time ran out asks again, together with the others', async () => {
  const { port, calls, answer } = telegram();
  const [first, ...joined] = [1, 2, 3].map(() => withCallScope(callScopeOf(), () => port.invoke(read())));
  calls[0]?.reject(new TelegramUnavailableError('no time left', 'NOT_EXECUTED'));
  await expect(first).rejects.toBeInstanceOf(TelegramUnavailableError);
  await expect.poll(() => calls.length).toBe(2);
  answer(1, 'again');
  await expect(Promise.all(joined)).resolves.toEqual(['again', 'again']);
  expect(calls).toHaveLength(2);
});

test('who joined keeps their own deadline', async () => {
  const { port, calls } = telegram();
  void port.invoke(read());
  const hurried = withCallScope(callScopeOf({ left: 5 }), () => port.invoke(read()));
  await expect(hurried).rejects.toBeInstanceOf(TelegramUnavailableError);
  expect(calls).toHaveLength(1);
});

test('who waits for floods keeps nobody waiting who does not', () => {
  const { port, calls } = telegram();
  void withCallScope(callScopeOf({ waitsForFloods: true }), () => port.invoke(read()));
  void withCallScope(callScopeOf(), () => port.invoke(read()));
  expect(calls).toHaveLength(2);
});

test('reads that nobody shares leave those under way to be joined', () => {
  const { port, calls } = telegram();
  void port.invoke(read());
  void port.invoke(new Api.updates.GetState());
  void port.invoke(new Api.contacts.ResolveUsername({ username: 'some_body' }));
  void port.invoke(read());
  expect(calls).toHaveLength(3);
});

test('who starts anew does not join a read that is under way', () => {
  const { port, calls, startAnew } = telegram();
  void port.invoke(read());
  startAnew();
  void port.invoke(read());
  expect(calls).toHaveLength(2);
});
