// The tabs of the privacy desk, in the order in which they are shown. Words: `privacy.tab.<id>`.

import type { Permission } from '@shared/core/permissions';
import type { ComponentType } from 'react';
import { PurposesTab } from './PurposesTab';
import { SuppressionTab } from './SuppressionTab';

export interface PrivacyTab {
  readonly id: string;
  readonly permission: Permission;
  readonly Panel: ComponentType;
}

export const tabs: readonly PrivacyTab[] = [
  { id: 'purposes', permission: 'privacy.manage', Panel: PurposesTab },
  { id: 'suppression', permission: 'privacy.manage', Panel: SuppressionTab },
];
