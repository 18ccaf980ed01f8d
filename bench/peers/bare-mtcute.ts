/** No HTTP at all: exports over one connection, 64 at a time, for as many seconds as it is told. Prints their number. */
import { connectMtcute } from './connect-mtcute.ts';

const AT_ONCE = 64;
const client = await connectMtcute();
const peer = await client.resolvePeer('sandbox_community');
const end = performance.now() + Number(process.env['SECONDS']) * 1000;
let calls = 0;

async function callUntilEnd(): Promise<void> {
  while (performance.now() < end) {
    await client.call({ _: 'messages.exportChatInvite', peer });
    calls += 1;
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, callUntilEnd));
process.stdout.write(`${calls} calls\n`);
setInterval(() => {}, 60_000);
