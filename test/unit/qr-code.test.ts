import { describe, expect, test } from 'vitest';
import { withCallScope } from '../../src/base/call-scope.ts';
import { drawQrCode, qrCodeCost } from '../../src/services/invites/qr-code.ts';
import { callScopeOf } from '../support/call-scope.ts';

const link = 'https://t.me/+AbCdEfGhIjKlMnOp';

/** The document inside of the data URI. */
async function drawSvg(size: number): Promise<string> {
  const [head, base64 = ''] = (await drawQrCode(link, 'SVG', size)).split(',');
  expect(head).toBe('data:image/svg+xml;base64');
  return Buffer.from(base64, 'base64').toString();
}

test('an SVG is a data URI of a document of the size that was asked for', async () => {
  const svg = await drawSvg(300);
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="300" height="300"/);
  expect(svg.trimEnd()).toMatch(/<\/svg>$/);
});

test('a PNG is a data URI of the size that was asked for', async () => {
  const uri = await drawQrCode(link, 'PNG', 128);
  const [head, base64 = ''] = uri.split(',');
  expect(head).toBe('data:image/png;base64');
  const png = Buffer.from(base64, 'base64');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([128, 128]);
});

test.each(['SVG', 'PNG'] as const)('%s: no picture has more bytes than its price says', async (format) => {
  const links = Array.from({ length: 30 }, (_, n) => `https://t.me/+${'AbCdEfGhIjKlMnOpQrStUv'.slice(n % 7)}${n}`);
  const lengths = await Promise.all(links.map(async (each) => (await drawQrCode(each, format, 256)).length));
  expect(Math.max(...lengths)).toBeLessThanOrEqual(qrCodeCost(format, 256).bytes);
});

test('two links give two pictures', async () => {
  expect(await drawQrCode(link, 'SVG', 64)).not.toBe(await drawQrCode(link.toLowerCase(), 'SVG', 64));
});

describe('a size out of range', () => {
  test.each([63, 513, 0, -1, 1_000_000_000])('%i is refused at its path', async (size) => {
    await expect(drawQrCode(link, 'PNG', size)).rejects.toMatchObject({ issues: [{ path: ['size'] }] });
  });
});

test('many are drawn one after the other, and the thread does other things between two', async () => {
  let others = 0;
  const other = setInterval(() => {
    others += 1;
  });
  await Promise.all(Array.from({ length: 30 }, () => drawQrCode(link, 'PNG', 512)));
  clearInterval(other);
  expect(others).toBeGreaterThan(15);
});

test('when the caller goes away, what has not been drawn is not drawn', async () => {
  const caller = new AbortController();
  const wanted = withCallScope(callScopeOf({ signal: caller.signal }), () =>
    Array.from({ length: 30 }, () => drawQrCode(link, 'PNG', 512)),
  );
  await wanted[0];
  caller.abort();
  const told = await Promise.allSettled(wanted);
  expect(told.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(25);
  expect(await drawSvg(64)).toMatch(/^<svg/);
});
