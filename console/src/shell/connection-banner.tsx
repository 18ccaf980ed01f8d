import { connection } from '../data/client.ts';
import { Time } from '../parts/time.tsx';
import classes from './layout.module.css';

/** Says that live events do not come now. */
export function ConnectionBanner() {
  const now = connection.use();
  return (
    <div role="status">
      {now.state === 'interrupted' && (
        <p className={classes.banner}>
          <b>Live updates are interrupted</b>
          <span>
            since <Time at={now.since.toISOString()} />. The console connects again by itself, then reads the lists
            anew.
          </span>
        </p>
      )}
    </div>
  );
}
