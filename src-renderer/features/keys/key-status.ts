// What the engine says of the key of the base.

import type { OutputOf } from '@shared/core/contract';
import type { keysContract } from '@shared/features/keys/keys.contract';

export type KeyStatus = OutputOf<(typeof keysContract)['operations']['status']>;
