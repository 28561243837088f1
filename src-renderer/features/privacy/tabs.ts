// The tabs of the privacy desk, in the order in which they are shown. Words: `privacy.tab.<id>`.

import type { Permission } from '@shared/core/permissions';
import type { ComponentType } from 'react';
import { EmergenciesTab } from '../emergencies';
import { BreachTab } from './BreachTab';
import { ErasuresTab } from './ErasuresTab';
import { ProcessingTab } from './ProcessingTab';
import { PurposesTab } from './PurposesTab';
import { RequestsTab } from './RequestsTab';
import { RetentionTab } from './RetentionTab';
import { SuppressionTab } from './SuppressionTab';

export interface PrivacyTab {
  readonly id: string;
  /** Any of them opens it. */
  readonly permissions: readonly Permission[];
  readonly Panel: ComponentType;
}

export const tabs: readonly PrivacyTab[] = [
  { id: 'purposes', permissions: ['privacy.manage'], Panel: PurposesTab },
  { id: 'suppression', permissions: ['privacy.manage', 'consent.suppress'], Panel: SuppressionTab },
  { id: 'processing', permissions: ['privacy.manage'], Panel: ProcessingTab },
  { id: 'requests', permissions: ['privacy.manage'], Panel: RequestsTab },
  { id: 'retention', permissions: ['privacy.manage'], Panel: RetentionTab },
  { id: 'erasures', permissions: ['privacy.manage'], Panel: ErasuresTab },
  { id: 'emergencies', permissions: ['privacy.manage'], Panel: EmergenciesTab },
  { id: 'breach', permissions: ['privacy.manage'], Panel: BreachTab },
];
