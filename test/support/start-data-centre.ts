import { randomBytes } from 'node:crypto';
import { Api } from 'telegram';
import { createDispatcher, type Dispatcher } from '../../src/sandbox/dispatcher.ts';
import { registerHelp } from '../../src/sandbox/methods/help.ts';
import { type MtprotoServer, startMtprotoServer } from '../../src/sandbox/server.ts';
import { createWorld } from '../../src/sandbox/world.ts';

/** The data centre that `startDataCentre` knows beside itself. */
export const OTHER_DC = 4;

/** A server with the given methods alone, whose configuration names one other data centre. */
export async function startDataCentre(
  other: { readonly host: string; readonly port: number },
  define: (dispatcher: Dispatcher) => void,
): Promise<MtprotoServer & AsyncDisposable> {
  const world = createWorld({ clock: Date.now, random: randomBytes });
  const help = createDispatcher();
  registerHelp(help, world, () => other);
  const dispatcher = createDispatcher();
  dispatcher.register(Api.help.GetConfig, async (request, call) => {
    const config = await help.dispatch(request, call);
    if (!(config instanceof Api.Config)) throw new Error('help.getConfig answered something else');
    config.dcOptions = [new Api.DcOption({ id: OTHER_DC, ipAddress: other.host, port: other.port })];
    return config;
  });
  define(dispatcher);
  const server = await startMtprotoServer({ host: '127.0.0.1', port: 0, dispatcher });
  return Object.assign(server, { [Symbol.asyncDispose]: () => server.close() });
}
