// `--period` and `--calendar`: a fiscal year, quarter or month.

import type { CommandInput } from '../command';

export const periodOptions = ({ options: { period, calendar } }: CommandInput) => ({
  ...(period === undefined ? {} : { period }),
  ...(calendar === undefined ? {} : { calendar }),
});
