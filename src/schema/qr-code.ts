import { costs } from '../base/price.ts';
import { QR_CODE_SIZES, qrCodeCost } from '../services/invites/qr-code.ts';
import { builder } from './builder.ts';

const QrCodeFormat = builder.enumType('QrCodeFormat', {
  description: 'The format of a QR code.',
  values: {
    SVG: { description: 'An SVG image, which scales to any size without loss.' },
    PNG: { description: 'A PNG image.' },
  },
});

/** What every field that draws a link takes. */
export const qrCodeArguments = builder.args((t) => ({
  format: t.field({ type: QrCodeFormat, required: true, defaultValue: 'SVG', description: 'The format.' }),
  size: t.int({
    defaultValue: QR_CODE_SIZES.unasked,
    description: `The length of a side in pixels, ${QR_CODE_SIZES.least} to ${QR_CODE_SIZES.most}. \`null\`: ${QR_CODE_SIZES.unasked}.`,
  }),
}));

/** The price of such a field; none for a size out of range. */
export const costsOfQrCode = costs((argument) => {
  const size = Number(argument('size') ?? QR_CODE_SIZES.unasked);
  if (size < QR_CODE_SIZES.least || size > QR_CODE_SIZES.most) return {};
  return qrCodeCost(argument('format') === 'PNG' ? 'PNG' : 'SVG', size);
});
