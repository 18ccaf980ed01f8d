/** A content coding in which pages and files are kept. */
export type Coding = 'br' | 'gzip';

/** The better one of those that an Accept-Encoding takes; `q=0` is a refusal. `null`: it takes none. */
export function chooseCoding(accepted: string): Coding | null {
  const codings = accepted
    .split(',')
    .filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0]?.trim().toLowerCase());
  if (codings.includes('br')) return 'br';
  return codings.includes('gzip') || codings.includes('*') ? 'gzip' : null;
}
