import { setImmediate } from 'node:timers/promises';
import { hasTimeFor } from '../../base/call-scope.ts';
import { GatewayBusyError, InvalidInputError } from '../errors/errors.ts';

/** SVG scales without loss. */
export type QrCodeFormat = 'SVG' | 'PNG';

/** Pixels of a side. */
export const QR_CODE_SIZES = { least: 64, most: 512, unasked: 256 } as const;

/** What one takes, as measured: an SVG the same at any size, a PNG by its area. `size` within `QR_CODE_SIZES`. */
export function qrCodeCost(format: QrCodeFormat, size: number): { readonly drawingMs: number; readonly bytes: number } {
  if (format === 'SVG') return { drawingMs: 0.4, bytes: 2_500 };
  return { drawingMs: 0.6 + 14 * (size / QR_CODE_SIZES.most) ** 2, bytes: 1_200 + 8 * size };
}

let lastTurn: Promise<unknown> = Promise.resolve();

/**
 * A link as a picture to scan, a data URI; the library is loaded when somebody first asks for one. One is drawn at a time, and the thread
 * does other things between two. Throws `InvalidInputError` when `size` is out of `QR_CODE_SIZES`, and `GatewayBusyError`
 * when its turn comes after its caller has gone.
 */
export async function drawQrCode(link: string, format: QrCodeFormat, size: number): Promise<string> {
  const { least, most } = QR_CODE_SIZES;
  if (size < least || size > most) {
    throw new InvalidInputError([
      { path: ['size'], message: `size has to be from ${least} to ${most}; it is ${size}.` },
    ]);
  }
  const drawn = lastTurn.then(async () => {
    if (!hasTimeFor(0)) throw new GatewayBusyError(1);
    await setImmediate();
    const { default: QRCode } = await import('qrcode');
    if (format === 'PNG') return QRCode.toDataURL(link, { width: size });
    const svg = await QRCode.toString(link, { type: 'svg', width: size });
    return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  });
  lastTurn = drawn.catch(() => {});
  return drawn;
}
