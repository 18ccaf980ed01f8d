import type { Socket } from 'node:net';
import { PromisedNetSockets } from 'telegram/extensions/index.js';

/**
 * GramJS's TCP socket with two things it lacks: TCP_NODELAY (small concurrent calls stall about 40 ms on Nagle's
 * algorithm without it) and a limit on how long a dial may take (GramJS's own `timeout` option is never read).
 *
 * `client` is the field GramJS keeps its socket in; it is private there, so the version is pinned and a test holds it.
 */
export function socketWithDialTimeout(dialTimeoutMs: number): typeof PromisedNetSockets {
  return class GatewaySocket extends PromisedNetSockets {
    override async connect(port: number, ip: string): Promise<unknown> {
      const dialled = super.connect(port, ip);
      const timer = setTimeout(() => {
        this.rawSocket()?.destroy(new Error(`no TCP connection to ${ip}:${port} within ${dialTimeoutMs / 1000} s`));
      }, dialTimeoutMs);
      try {
        await dialled;
        this.rawSocket()?.setNoDelay(true);
        return this;
      } finally {
        clearTimeout(timer);
      }
    }

    private rawSocket(): Socket | undefined {
      return this['client'];
    }
  };
}
