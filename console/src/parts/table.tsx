import { VisuallyHidden } from '@mantine/core';
import { type CSSProperties, type HTMLAttributes, memo, type ReactNode, useEffect, useState } from 'react';
import { useSeen } from './in-view.ts';
import classes from './table.module.css';

export interface Column<Row> {
  readonly name: string;
  /** As a track of a CSS grid: `2fr`, `6rem`. */
  readonly width: string;
  readonly cell: (row: Row) => ReactNode;
  /** The name is for screen readers alone: what is in the column speaks for itself. */
  readonly isNameHidden?: boolean;
  readonly isNumber?: boolean;
  /** Where a row is a stack of its cells: its title, or what stands in its corner. */
  readonly stacked?: 'lead' | 'corner';
  /** What stands in the head instead of the name: a checkbox for all. */
  readonly head?: ReactNode;
}

/** Rows that are drawn at first, and as often as somebody comes to the end of those: thousands at once would take a second. */
const STEP = 100;

interface TableProps<Row> {
  /** What it lists, for screen readers. */
  label: string;
  /**
   * As all that follows, the same at each drawing as long as nothing in it changes (`useMemo`): then nothing is drawn again, and
   * where the rows change, nothing but those that differ.
   */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** What the rows were chosen by: another choice is shown from its first hundred rows on, however far somebody was down before. */
  choice?: unknown;
  /** More for a row: `aria-selected`, `onClick`, `data-…`. */
  rowProps?: ((row: Row) => HTMLAttributes<HTMLTableRowElement>) | undefined;
}

function TableOf<Row>({ label, columns, rows, keyOf, choice, rowProps }: TableProps<Row>) {
  const tracks = { '--tracks': columns.map(({ width }) => width).join(' ') } as CSSProperties;
  const [{ of, count }, setDrawn] = useState({ of: choice, count: STEP });
  const drawn = of === choice ? count : STEP;
  const isCut = drawn < rows.length;
  return (
    <div className={classes.box}>
      <table
        className={classes.table}
        style={tracks}
        aria-label={label}
        aria-rowcount={isCut ? rows.length + 1 : undefined}
      >
        <thead>
          <tr>
            {columns.map(({ name, isNameHidden, isNumber, head }) => (
              <th key={name} scope="col" data-number={isNumber}>
                {head ?? (isNameHidden ? <VisuallyHidden>{name}</VisuallyHidden> : name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, drawn).map((row) => (
            <Cells key={keyOf(row)} row={row} columns={columns} rowProps={rowProps} />
          ))}
        </tbody>
      </table>
      {isCut && <End key={drawn} reach={() => setDrawn({ of: choice, count: drawn + STEP })} />}
    </div>
  );
}

function End({ reach }: { reach: () => void }) {
  const { ref, isSeen } = useSeen();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as there is another end for each step
  useEffect(() => {
    if (isSeen) reach();
  }, [isSeen]);
  return <div ref={ref} />;
}

function CellsOf<Row>({ row, columns, rowProps }: Pick<TableProps<Row>, 'columns' | 'rowProps'> & { row: Row }) {
  return (
    <tr {...rowProps?.(row)}>
      {columns.map(({ name, isNameHidden, isNumber, stacked, cell }) => (
        <td key={name} data-name={isNameHidden ? undefined : name} data-number={isNumber} data-stacked={stacked}>
          {cell(row)}
        </td>
      ))}
    </tr>
  );
}

const Cells = memo(CellsOf) as typeof CellsOf;

/** A dense table. On a narrow screen each row is a stack of its cells. What is out of sight is not laid out. */
export const Table = memo(TableOf) as typeof TableOf;
