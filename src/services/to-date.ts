/** Telegram's moments, which are whole seconds since 1970, as ours. */
export function toDate(unixSeconds: number): Date {
  return new Date(unixSeconds * 1000);
}
