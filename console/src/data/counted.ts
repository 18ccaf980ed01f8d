const numbers = new Intl.NumberFormat('en');

/** A number of things to read: `10,000`. */
export const counted = (count: number): string => numbers.format(count);
