import { isIPv6 } from 'node:net';
import { Api } from 'telegram';
import type { Dispatcher } from '../dispatcher.ts';
import { now, type World } from '../world.ts';

/** The one data centre there is; clients start at 2 for want of anything better, so no one has to move. */
export const SANDBOX_DC = 2;

/** Both methods are answered before sign-in: a connection starts with them. */
export function registerHelp(
  dispatcher: Dispatcher,
  world: World,
  address: () => { host: string; port: number },
): void {
  dispatcher.register(Api.help.GetConfig, () => config(now(world), address()));
  dispatcher.register(
    Api.help.GetNearestDc,
    () => new Api.NearestDc({ country: 'AQ', thisDc: SANDBOX_DC, nearestDc: SANDBOX_DC }),
  );
}

/** Numbers beside the address are Telegram's own of 2024; clients read few of them. */
function config(date: number, { host, port }: { host: string; port: number }): Api.Config {
  const ipv6 = isIPv6(host) ? { ipv6: true } : {};
  return new Api.Config({
    date,
    expires: date + 3600,
    testMode: false,
    thisDc: SANDBOX_DC,
    dcOptions: [new Api.DcOption({ ...ipv6, static: true, thisPortOnly: true, id: SANDBOX_DC, ipAddress: host, port })],
    dcTxtDomainName: '',
    chatSizeMax: 200,
    megagroupSizeMax: 200_000,
    forwardedCountMax: 100,
    onlineUpdatePeriodMs: 210_000,
    offlineBlurTimeoutMs: 5_000,
    offlineIdleTimeoutMs: 30_000,
    onlineCloudTimeoutMs: 300_000,
    notifyCloudDelayMs: 30_000,
    notifyDefaultDelayMs: 1_500,
    pushChatPeriodMs: 60_000,
    pushChatLimit: 2,
    editTimeLimit: 172_800,
    revokeTimeLimit: 2_147_483_647,
    revokePmTimeLimit: 2_147_483_647,
    ratingEDecay: 2_419_200,
    stickersRecentLimit: 200,
    channelsReadMediaPeriod: 604_800,
    callReceiveTimeoutMs: 20_000,
    callRingTimeoutMs: 90_000,
    callConnectTimeoutMs: 30_000,
    callPacketTimeoutMs: 10_000,
    meUrlPrefix: 'https://t.me/',
    captionLengthMax: 1024,
    messageLengthMax: 4096,
    webfileDcId: SANDBOX_DC,
  });
}
