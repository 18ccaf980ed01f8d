import type { Attack } from './attack.ts';
export const storms = (_s: number): Attack[] => [];
