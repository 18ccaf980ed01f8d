/** A process that writes into the ledger of a data directory until it is killed, and tells each write once it is acknowledged. */
import { writeSync } from 'node:fs';
import { openTestStore } from './open-test-store.ts';

const [dataDir = ''] = process.argv.slice(2);
const { ledger } = await openTestStore(dataDir);
const tell = (line: string) => writeSync(1, `${line}\n`);

for (let count = 0; ; count += 1) {
  const request = { caller: 'writer', key: `k${count}` };
  await ledger.begin({ ...request, method: 'exportChatInvite', fingerprint: 'f1', now: new Date() });
  tell(`${request.key} begun`);
  await ledger.sending(request, { count });
  tell(`${request.key} sending`);
  await ledger.finish(request, { link: `link of ${request.key}` }, new Date());
  tell(`${request.key} done`);
}
