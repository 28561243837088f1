// What the window knows of sealed fields and of the keys of their classes.

import type { OutputOf } from '@shared/core/contract';
import type { keysContract } from '@shared/features/keys/keys.contract';

type Classes = OutputOf<(typeof keysContract)['operations']['classes']>;
export type SealableField = Classes['fields'][number];
export type KnownClass = Classes['classes'][number];
