import type { Kysely } from 'kysely';
import type { ChangedLinks } from '../../services/once/changed-links.ts';
import type { ObservedTime } from './observed-time.ts';
import type { Tables } from './tables.ts';

/** The links of one account (`scope`) that this gateway has changed. */
export function createChangedLinkTable(db: Kysely<Tables>, scope: string, time: ObservedTime): ChangedLinks {
  return {
    async write(states) {
      const minute = time.minutes();
      await db
        .insertInto('changed_link')
        .values([...states].map(([name, state]) => ({ scope, name, state: JSON.stringify(state), minute })))
        .onConflict((conflict) =>
          conflict
            .columns(['scope', 'name'])
            .doUpdateSet(({ ref }) => ({ state: ref('excluded.state'), minute: ref('excluded.minute') })),
        )
        .execute();
    },
    async read(names) {
      const rows = await db
        .selectFrom('changed_link')
        .select(['name', 'state'])
        .where('scope', '=', scope)
        .where('name', 'in', names)
        .execute();
      return new Map(rows.map(({ name, state }) => [name, JSON.parse(state)]));
    },
  };
}

/** Forgets what was changed before that minute of the observed time, by every account. */
export async function pruneChangedLinks(db: Kysely<Tables>, before: number): Promise<void> {
  await db.deleteFrom('changed_link').where('minute', '<', before).execute();
}
