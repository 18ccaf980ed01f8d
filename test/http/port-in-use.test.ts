import { expect, test } from 'vitest';
import { ListenError } from '../../src/http/listen.ts';
import { startToyGateway } from './support/toy-gateway.ts';

test('a port that is in use: one clear error', async () => {
  await using gateway = await startToyGateway();
  const port = Number(new URL(gateway.url).port);
  const second = startToyGateway({ config: { port } });
  await expect(second).rejects.toThrow(ListenError);
  await expect(second).rejects.toThrow(
    `Cannot listen on 127.0.0.1 port ${port}: the port is already in use. Stop the other program, or choose another PORT.`,
  );
});

test('an address that this machine does not have: one clear error', async () => {
  const gateway = startToyGateway({ config: { host: '192.0.2.1', apiKeys: ['key'] } });
  await expect(gateway).rejects.toThrow(
    /^Cannot listen on 192\.0\.2\.1 port 0: this machine does not have that address/,
  );
});
