// Every kind of long work there is. A feature declares its kinds; here they are named once.

import { checkBase } from '../features/base';
import { scanForDuplicates } from '../features/duplicates';
import type { JobKind } from '../jobs';

export const jobKinds = (): readonly JobKind[] => [checkBase, scanForDuplicates];
