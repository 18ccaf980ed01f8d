import type { Api } from 'telegram';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { type Chat, findChatByUsername, findGroup } from '../../src/sandbox/world/chats.ts';
import { addInvite, type Invite } from '../../src/sandbox/world/invites.ts';
import { account, connectGramjs, startSandbox } from './start-sandbox.ts';

/** A world of the test's own, spoken to by an unmodified GramJS over TCP for each account that says something. */
export interface GramjsCast extends AsyncDisposable {
  readonly sandbox: Sandbox;
  /** Calls as one of the sandbox's accounts, by name. GramJS rewrites requests it sends: make a new one for each call. */
  invoke<R extends Api.AnyRequest>(name: string, request: R): Promise<R['__response']>;
  /** "400 CHAT_ADMIN_REQUIRED" for a call that is refused; rejects where it was answered. */
  refusal(name: string, request: Api.AnyRequest): Promise<string>;
  /** The chat of this username, or the cast's basic group for `group`. */
  chat(username: string): Chat;
  /** A new link of the owner's, made without asking the server. */
  link(username: string, fields?: Parameters<typeof addInvite>[3]): Invite;
}

export async function startCast(): Promise<GramjsCast> {
  const faults: unknown[] = [];
  const sandbox = await startSandbox({ onFault: (error) => faults.push(error) });
  const { world } = sandbox;
  const connected = new Map<string, ReturnType<typeof connectGramjs>>();
  const invoke: GramjsCast['invoke'] = async (name, request) => {
    const connecting = connected.get(name) ?? connectGramjs(sandbox, account(sandbox, name).session);
    connected.set(name, connecting);
    return (await connecting).client.invoke(request);
  };
  const chat = (username: string) => {
    const found = username === 'group' ? findGroup(world, 7001n) : findChatByUsername(world, username);
    if (!found) throw new Error(`no chat ${username}`);
    return found;
  };
  return {
    sandbox,
    invoke,
    async refusal(name, request) {
      const outcome: unknown = await invoke(name, request).then(
        () => new Error('expected a refusal, the call was answered'),
        (error: unknown) => error,
      );
      if (outcome instanceof Error && 'errorMessage' in outcome && 'code' in outcome) {
        return `${outcome.code} ${outcome.errorMessage}`;
      }
      throw outcome;
    },
    chat,
    link: (username, fields) => addInvite(world, chat(username), 7_000_000_001n, fields),
    async [Symbol.asyncDispose]() {
      for (const connecting of connected.values()) await (await connecting).client.destroy();
      await sandbox.close();
      if (faults.length > 0) throw new AggregateError(faults, 'the sandbox had faults of its own');
    },
  };
}
