import { costs } from '../../base/price.ts';
import { builder } from '../builder.ts';
import { SignIn } from './sign-in.ts';

builder.subscriptionField('signIn', (t) =>
  t.field({
    type: SignIn,
    description:
      'The steps of a sign-in: where it stands now, and each step from then on, among them every new QR code. The stream ends ' +
      'behind DONE or FAILED. SIGN_IN_NOT_FOUND is the first answer for an id that is none of this caller’s.',
    extensions: costs({ calls: 0 }),
    args: { id: t.arg.id({ required: true, description: 'The `SignIn.id`.' }) },
    subscribe: (_root, { id }, { signIns }) => signIns.watch(id),
    resolve: (signIn) => signIn,
  }),
);
