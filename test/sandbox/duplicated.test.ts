import { Api } from 'telegram';
import { expect, test } from 'vitest';
import { account, connectGramjs, startSandbox } from '../support/start-sandbox.ts';

const ask = () => new Api.users.GetUsers({ id: [new Api.InputUserSelf()] });

test('two connections of one key that both send: the session ends with AUTH_KEY_DUPLICATED', async () => {
  await using sandbox = await startSandbox();
  const { session } = account(sandbox, 'owner');
  await using one = await connectGramjs(sandbox, session);
  await one.client.invoke(ask());
  await using other = await connectGramjs(sandbox, session);
  await other.client.invoke(ask());
  await expect(one.client.invoke(ask())).rejects.toMatchObject({ code: 406, errorMessage: 'AUTH_KEY_DUPLICATED' });
  await expect(other.client.invoke(ask())).rejects.toMatchObject({ errorMessage: expect.stringMatching(/^AUTH_KEY_/) });
  await using late = await connectGramjs(sandbox, session);
  await expect(late.client.invoke(ask())).rejects.toMatchObject({ errorMessage: 'AUTH_KEY_UNREGISTERED' });
});

test('a connection that takes the place of another for good is none, however often', async () => {
  await using sandbox = await startSandbox();
  const { session } = account(sandbox, 'owner');
  await using stack = new AsyncDisposableStack();
  for (let round = 0; round < 3; round += 1) {
    const { client } = stack.use(await connectGramjs(sandbox, session)); // those before stay open and silent
    for (let call = 0; call < 2; call += 1) expect(await client.invoke(ask())).toHaveLength(1);
  }
});
