import { type Figure, middle, ratio, type Series } from './turns.ts';

/** A Markdown table; the first row is its head. */
export function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '--:'))), ...body.map(line)].join('\n');
}

/** Every contender at every number of connections, medians over the rounds. */
export function figuresTable(series: readonly Series[]): string {
  const head = ['', 'connections', 'requests/s', 'p50 ms', 'p99 ms', 'CPU ms/request', 'RSS MB', 'sandbox busy'];
  const rows = series.map((each) => [
    each.name,
    String(each.connections),
    middle(each, 'rate').toFixed(0),
    middle(each, 'p50').toFixed(2),
    middle(each, 'p99').toFixed(2),
    middle(each, 'cpuMs').toFixed(3),
    middle(each, 'rssMb').toFixed(0),
    `${(middle(each, 'sandboxBusy') * 100).toFixed(0)} %`,
  ]);
  return table([head, ...rows]);
}

const COMPARED: readonly { readonly figure: Figure; readonly title: string }[] = [
  { figure: 'rate', title: 'requests/s' },
  { figure: 'p50', title: 'p50' },
  { figure: 'p99', title: 'p99' },
  { figure: 'cpuMs', title: 'CPU/request' },
  { figure: 'rssMb', title: 'RSS' },
];

/** `name` over each of the others, round by round: median (least to most). */
export function ratiosTable(series: readonly Series[], name: string): string {
  const ours = series.filter((each) => each.name === name);
  const rows = series
    .filter((each) => each.name !== name)
    .toSorted((left, right) => left.name.localeCompare(right.name) || left.connections - right.connections)
    .flatMap((other) => {
      const one = ours.find((each) => each.connections === other.connections);
      if (!one) return [];
      const cells = COMPARED.map(({ figure }) => {
        const { median, least, most } = ratio(one, other, figure);
        return `${median.toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)})`;
      });
      return [[`${name} / ${other.name}`, String(other.connections), ...cells]];
    });
  return table([['', 'connections', ...COMPARED.map(({ title }) => title)], ...rows]);
}
