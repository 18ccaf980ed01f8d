import { InvalidInputError } from './errors.ts';

/** SVG: text that scales without loss. PNG: a data URI. */
type QrCodeFormat = 'SVG' | 'PNG';

/** Pixels of a side. The upper end bounds the time that a PNG takes: about 50 ms. */
export const QR_CODE_SIZES = { least: 64, most: 512, unasked: 256 } as const;

/** A link as a picture to scan; the library is loaded when somebody first asks for one. Throws `InvalidInputError` when `size` is out of `QR_CODE_SIZES`. */
export async function drawQrCode(link: string, format: QrCodeFormat, size: number): Promise<string> {
  const { least, most } = QR_CODE_SIZES;
  if (size < least || size > most) {
    throw new InvalidInputError([
      { path: ['size'], message: `size has to be from ${least} to ${most}; it is ${size}.` },
    ]);
  }
  const { default: QRCode } = await import('qrcode');
  if (format === 'PNG') return QRCode.toDataURL(link, { width: size });
  return QRCode.toString(link, { type: 'svg', width: size });
}
