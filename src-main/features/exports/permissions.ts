// Who may take what out: whoever may export at all, of what they may see.

import type { ExportList } from '@shared/features/exports/exports.contract';
import type { Permission } from '@shared/core/permissions';

/** Beside `exports.run`, what a list of the window needs to be seen; tables as they are kept need the right to the whole base. */
export function permissionsFor({ list }: ExportList): readonly Permission[] {
  switch (list) {
    case 'parties':
    case 'relationships':
      return ['parties.read'];
    case 'activities':
      return ['activities.read'];
    case 'forecast':
      return ['deals.read'];
    case 'audit':
      return ['audit.read'];
    case 'entity':
    case 'everything':
      return ['parties.read', 'activities.read', 'base.manage'];
  }
}
