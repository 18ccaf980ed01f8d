import type { ReactNode } from 'react';
import { counted } from '../data/counted.ts';
import classes from './parts.module.css';

interface SelectionBarProps {
  /** How many rows are selected; nothing shows for none. */
  count: number;
  /** What can be done with them. */
  children: ReactNode;
}

/** Stands right before a table, and in the place of its head, so that nothing moves when it comes. */
export function SelectionBar({ count, children }: SelectionBarProps) {
  if (count === 0) return null;
  return (
    <div className={classes.selection} data-selection>
      <b>{counted(count)} selected</b>
      {children}
    </div>
  );
}
