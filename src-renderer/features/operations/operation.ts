// One line of the ledger as the engine gives it.

import type { OperationSummary } from '@shared/features/operations/operations.contract';
import type { z } from 'zod';

export type Operation = z.infer<typeof OperationSummary>;
