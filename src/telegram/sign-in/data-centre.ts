import type { TelegramClient } from 'telegram';
import { Api } from '../tl.ts';
import { SignInError } from './errors.ts';

/**
 * Makes GramJS go to the address *and port* that the server's configuration names for a data centre: its own look-up
 * takes port 443 whatever stands there. Options for media, proxies or obfuscated transports are passed over
 * (https://core.telegram.org/constructor/dcOption).
 */
export function honourDataCentrePorts(client: TelegramClient): void {
  client.getDC = async (dcId) => {
    const { dcOptions } = await client.invoke(new Api.help.GetConfig());
    const ipv6 = client.session.serverAddress.includes(':');
    const found = dcOptions.find(
      (option) =>
        option.id === dcId && (option.ipv6 ?? false) === ipv6 && !option.mediaOnly && !option.cdn && !option.tcpoOnly,
    );
    if (!found)
      throw new SignInError(
        'UNANSWERED',
        `The account lives in data centre ${dcId}, whose address the server does not tell.`,
      );
    return { id: dcId, ipAddress: found.ipAddress, port: found.port };
  };
}
