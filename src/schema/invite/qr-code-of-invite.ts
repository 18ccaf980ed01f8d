import { isCutLink } from '../../services/invite-link.ts';
import { drawQrCode, QR_CODE_SIZES } from '../../services/invites/qr-code.ts';
import { builder } from '../builder.ts';
import { costsOfQrCode, qrCodeArguments } from '../qr-code.ts';
import { ExportedChatInvite } from './exported-chat-invite.ts';

builder.objectField(ExportedChatInvite, 'qrCode', (t) =>
  t.string({
    nullable: true,
    description:
      'The link as a QR code, which is the same secret: a data URI, for the `src` of an image. It takes no call to Telegram. `null` for a link that ' +
      '`linkIsPartial`, and with the error INVALID_INPUT for a `size` out of range.',
    extensions: costsOfQrCode,
    args: qrCodeArguments,
    resolve: ({ link }, { format, size }) =>
      isCutLink(link) ? null : drawQrCode(link, format, size ?? QR_CODE_SIZES.unasked),
  }),
);
