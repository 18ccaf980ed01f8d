/** A process that writes into the ledger of a store until it is killed, and tells each write once it is acknowledged. */
import { openTestStore } from './open-test-store.ts';

const [place = ''] = process.argv.slice(2);
const { ledger } = await openTestStore(JSON.parse(place));
/** Waits for the reader: the pipe may be full. */
const tell = (line: string) => new Promise((resolve) => process.stdout.write(`${line}\n`, resolve));

for (let count = 0; ; count += 1) {
  const request = { caller: 'writer', key: `k${count}` };
  await ledger.begin({ ...request, method: 'exportChatInvite', fingerprint: 'f1', now: new Date() });
  await tell(`${request.key} begun`);
  await ledger.sending(request, { count });
  await tell(`${request.key} sending`);
  await ledger.finish(request, { link: `link of ${request.key}` }, new Date());
  await tell(`${request.key} done`);
}
