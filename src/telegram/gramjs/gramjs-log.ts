import { Logger as GramJsLogger } from 'telegram';
import type { Logger } from '../../base/log.ts';

/**
 * GramJS's logger as a stream into ours. `canSend` answers false because GramJS asks it before it writes errors
 * straight to the console, past any logger; `_log`, which all its ordinary lines go through, is taken over whole.
 * Its "info" is chatter about its own life, so each level is taken one down.
 */
export function bridgeLog(log: Logger): GramJsLogger {
  class BridgedLogger extends GramJsLogger {
    override canSend(): boolean {
      return false;
    }

    override _log(level: string, message: string): void {
      if (level === 'error' || level === 'warn') log.debug({ from: 'gramjs', level }, message);
      else log.trace({ from: 'gramjs', level }, message);
    }
  }
  return new BridgedLogger();
}
