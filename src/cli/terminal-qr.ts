import { create } from 'qrcode';

/** What readers want around a code, in modules (ISO/IEC 18004); the package's own terminal drawing leaves one. */
const QUIET = 4;
/** White and black of the 256-colour table, which no terminal theme repaints. */
const BLACK_ON_WHITE = '\x1b[48;5;231;38;5;16m';
const RESET = '\x1b[0m';

/** A QR code in half blocks, two modules to a character: 41 columns by 21 lines for a login token. */
export function drawQr(text: string): string {
  const { size, data } = create(text).modules;
  const dark = (row: number, column: number) =>
    row >= 0 && row < size && column >= 0 && column < size && data[row * size + column] === 1;
  const lines: string[] = [];
  for (let row = -QUIET; row < size + QUIET; row += 2) {
    let line = '';
    for (let column = -QUIET; column < size + QUIET; column += 1) {
      const [upper, lower] = [dark(row, column), dark(row + 1, column)];
      line += upper ? (lower ? '█' : '▀') : lower ? '▄' : ' ';
    }
    lines.push(`${BLACK_ON_WHITE}${line}${RESET}`);
  }
  return lines.join('\n');
}
