import { costs } from '../../base/price.ts';
import { isCutLink } from '../../services/invite-link.ts';
import { drawQrCode, QR_CODE_SIZES, qrCodeCost } from '../../services/invites/qr-code.ts';
import { builder } from '../builder.ts';
import { ExportedChatInvite } from './exported-chat-invite.ts';

const QrCodeFormat = builder.enumType('QrCodeFormat', {
  description: 'The format of a QR code.',
  values: {
    SVG: { description: 'An SVG image, which scales to any size without loss.' },
    PNG: { description: 'A PNG image.' },
  },
});

builder.objectField(ExportedChatInvite, 'qrCode', (t) =>
  t.string({
    nullable: true,
    description:
      'The link as a QR code, which is the same secret: a data URI, for the `src` of an image. It takes no call to Telegram. `null` for a link that ' +
      '`linkIsPartial`, and with the error INVALID_INPUT for a `size` out of range.',
    extensions: costs((argument) => {
      const size = Number(argument('size') ?? QR_CODE_SIZES.unasked);
      if (size < QR_CODE_SIZES.least || size > QR_CODE_SIZES.most) return {};
      return qrCodeCost(argument('format') === 'PNG' ? 'PNG' : 'SVG', size);
    }),
    args: {
      format: t.arg({ type: QrCodeFormat, required: true, defaultValue: 'SVG', description: 'The format.' }),
      size: t.arg.int({
        defaultValue: QR_CODE_SIZES.unasked,
        description: `The length of a side in pixels, ${QR_CODE_SIZES.least} to ${QR_CODE_SIZES.most}. \`null\`: ${QR_CODE_SIZES.unasked}.`,
      }),
    },
    resolve: ({ link }, { format, size }) =>
      isCutLink(link) ? null : drawQrCode(link, format, size ?? QR_CODE_SIZES.unasked),
  }),
);
