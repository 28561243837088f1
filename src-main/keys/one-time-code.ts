// A passphrase that an administrator hands to somebody: digits in groups, used once. 64 random bits, stretched like any passphrase.

import type { Random } from '@shared/core/clock';
import { formatGroups } from './digit-groups';

/** As it is shown: four groups of six digits. */
export const createOneTimeCode = (random: Random): string => formatGroups(random.bytes(8));

/** A code typed with any spacing is the code; whatever is no code stays as it was typed. */
export const typedCode = (typed: string): string =>
  /^[\p{Nd}\s-]+$/u.test(typed) ? typed.replace(/[\s-]/gu, '') : typed;
