import type { InputHTMLAttributes } from 'react';
import classes from './parts.module.css';

interface RowCheckProps extends InputHTMLAttributes<HTMLInputElement> {
  /** What it selects. */
  'aria-label': string;
  /** Some of those that it stands for are selected. */
  indeterminate?: boolean;
}

/** Selects a row. It is the browser's own box, as thousands of them are drawn at once, in a place that a finger can hit. */
export function RowCheck({ indeterminate = false, ...props }: RowCheckProps) {
  return (
    <label className={classes.check}>
      <input
        type="checkbox"
        ref={(input) => {
          if (input) input.indeterminate = indeterminate;
        }}
        {...props}
      />
    </label>
  );
}
