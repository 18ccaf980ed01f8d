import type { ChatInviteImporter as ChatInviteImporterModel } from '../../services/models.ts';
import { builder } from '../builder.ts';
import { User } from '../user/user.ts';

export const ChatInviteImporter = builder.objectRef<ChatInviteImporterModel>('ChatInviteImporter').implement({
  description: 'A person who came by a link. https://core.telegram.org/constructor/chatInviteImporter',
  fields: (t) => ({
    user: t.field({ type: User, description: 'The person.', resolve: User.by('userId') }),
    date: t.expose('date', { type: 'DateTime', description: 'When the person joined.' }),
    approvedBy: t.field({
      type: User,
      nullable: true,
      description:
        'The admin who let the person in. `null` when no admin had to, and with the error PEER_NOT_FOUND for an ' +
        'admin whom this account has never seen.',
      resolve: User.by('approvedBy'),
    }),
    viaChatlist: t.exposeBoolean('viaChatlist', { description: 'Whether the person came by a shared folder.' }),
  }),
});
