// A role as the record page holds it.

import type { PartyRecord } from '@shared/features/parties/party';

export type Role = PartyRecord['roles'][number];
