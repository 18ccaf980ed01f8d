import type { TelegramUpdates, UpdateListener } from '../../telegram/port.ts';
import type { Reconciler } from './reconciler.ts';

/**
 * Listens first and looks how things stand then, so that nothing falls in between; from there on it reconciles. The function
 * it answers ends it. Rejects as `look` does.
 */
export async function keepUp(
  updates: TelegramUpdates,
  reconciler: Reconciler,
  onUpdate: UpdateListener['onUpdate'],
  look: () => Promise<void>,
): Promise<() => void> {
  const stopListening = updates.listen({ onUpdate, onGap: reconciler.poke });
  try {
    await look();
  } catch (error) {
    stopListening();
    throw error;
  }
  reconciler.begin();
  return () => {
    stopListening();
    reconciler.stop();
  };
}
