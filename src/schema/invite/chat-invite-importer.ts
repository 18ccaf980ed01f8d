import { costs } from '../../base/price.ts';
import type { ChatInviteImporter as ChatInviteImporterModel } from '../../services/models.ts';
import { builder } from '../builder.ts';
import { User } from '../user/user.ts';

export const ChatInviteImporter = builder.objectRef<ChatInviteImporterModel>('ChatInviteImporter').implement({
  description:
    'Somebody who came by a link, or who asks to be let in. https://core.telegram.org/constructor/chatInviteImporter',
  fields: (t) => ({
    user: t.field({
      type: User,
      description: 'The person.',
      resolve: ({ userId }, _args, context) => User.find(userId, context),
    }),
    date: t.expose('date', { type: 'DateTime', description: 'When they joined, or asked to.' }),
    requested: t.exposeBoolean('requested', { description: 'Whether they wait for an admin.' }),
    about: t.exposeString('about', {
      nullable: true,
      extensions: costs({ bytes: 420 }),
      description: 'The bio of somebody who waits. `null` when they have none, and of everybody who was let in.',
    }),
    approvedBy: t.field({
      type: User,
      nullable: true,
      description:
        'The admin who let them in. `null` when nobody had to, and with the error PEER_NOT_FOUND for an admin whom this ' +
        'account has never seen.',
      resolve: ({ approvedBy }, _args, context) => User.find(approvedBy, context),
    }),
    viaChatlist: t.exposeBoolean('viaChatlist', { description: 'Whether they came by a shared folder.' }),
  }),
});
