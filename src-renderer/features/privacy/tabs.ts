// The tabs of the privacy desk, in the order in which they are shown. Words: `privacy.tab.<id>`.

import type { Permission } from '@shared/core/permissions';
import type { ComponentType } from 'react';
import { BreachTab } from './BreachTab';
import { ErasuresTab } from './ErasuresTab';
import { ProcessingTab } from './ProcessingTab';
import { PurposesTab } from './PurposesTab';
import { RequestsTab } from './RequestsTab';
import { RetentionTab } from './RetentionTab';
import { SuppressionTab } from './SuppressionTab';

export interface PrivacyTab {
  readonly id: string;
  readonly permission: Permission;
  readonly Panel: ComponentType;
}

export const tabs: readonly PrivacyTab[] = [
  { id: 'purposes', permission: 'privacy.manage', Panel: PurposesTab },
  { id: 'suppression', permission: 'privacy.manage', Panel: SuppressionTab },
  { id: 'processing', permission: 'privacy.manage', Panel: ProcessingTab },
  { id: 'requests', permission: 'privacy.manage', Panel: RequestsTab },
  { id: 'retention', permission: 'privacy.manage', Panel: RetentionTab },
  { id: 'erasures', permission: 'privacy.manage', Panel: ErasuresTab },
  { id: 'breach', permission: 'privacy.manage', Panel: BreachTab },
];
