import classes from './parts.module.css';

/** A state by a word and a mark; the colour says nothing that the word does not. */
export function Status({ label, tone }: { label: string; tone: 'good' | 'wait' | 'bad' | 'none' }) {
  return (
    <span className={classes.status} data-tone={tone}>
      {label}
    </span>
  );
}
