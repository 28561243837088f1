// A pair of the queue as the page holds it.

import type { z } from 'zod';
import type { DuplicatePair } from '@shared/features/duplicates/duplicates.contract';

export type Pair = z.infer<typeof DuplicatePair>;

export const idOf = ({ left, right }: Pair): string => `${left.id}+${right.id}`;
