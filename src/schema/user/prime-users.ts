import type { GatewayContext } from '../../context.ts';
import type { User as UserModel } from '../../services/models.ts';
import { User } from './user.ts';

/** What came along with an answer is not asked for again in the same operation. */
export function primeUsers(users: readonly UserModel[], context: GatewayContext): void {
  const loader = User.getDataloader(context);
  for (const user of users) loader.prime(user.id, user);
}
