import { createContextCache } from '@pothos/core';

/**
 * Whether this operation has changed something. Then its objects are answered as they were seen last where Telegram refuses to
 * show them: an error in their place would take the answer to the change away with it.
 */
export const afterChange = createContextCache(() => ({ isSo: false }));
