import { VisuallyHidden } from '@mantine/core';
import { type CSSProperties, type HTMLAttributes, memo, type ReactNode } from 'react';
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

interface TableProps<Row> {
  /** What it lists, for screen readers. */
  label: string;
  /** The same array at each drawing as long as nothing in it changes (`useMemo`): the rows that are the same are not drawn again. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** More for a row: `aria-selected`, `onClick`, `data-…`. Likewise the same function. */
  rowProps?: ((row: Row) => HTMLAttributes<HTMLTableRowElement>) | undefined;
}

/** A dense table. On a narrow screen each row is a stack of its cells. What is out of sight is not laid out. */
export function Table<Row>({ label, columns, rows, keyOf, rowProps }: TableProps<Row>) {
  const tracks = { '--tracks': columns.map(({ width }) => width).join(' ') } as CSSProperties;
  return (
    <div className={classes.box}>
      <table className={classes.table} style={tracks} aria-label={label}>
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
          {rows.map((row) => (
            <Cells key={keyOf(row)} row={row} columns={columns} rowProps={rowProps} />
          ))}
        </tbody>
      </table>
    </div>
  );
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
