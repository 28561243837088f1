// Every migration of the local base, in order. Forward only; each runs in one transaction; none is ever changed.

import { access } from './local/0015-access';
import { authority } from './local/0017-authority';
import { approvals } from './local/0020-approvals';
import { attachments } from './local/0010-attachments';
import { activities } from './local/0003-activities';
import { erasure } from './local/0019-erasure';
import { deals } from './local/0022-deals';
import { duplicates } from './local/0007-duplicates';
import { audit } from './local/0014-audit';
import { backups } from './local/0008-backups';
import { jobs } from './local/0006-jobs';
import { forecast } from './local/0026-forecast';
import { emergencies } from './local/0024-emergencies';
import { exitDrills } from './local/0012-exit-drills';
import { importedHistory } from './local/0009-imported-history';
import { exportRecipients } from './local/0021-export-recipients';
import { importLikenesses } from './local/0011-import-likenesses';
import { ledger } from './local/0001-ledger';
import { clusters } from './local/0005-clusters';
import { leads } from './local/0028-leads';
import { people } from './local/0002-people';
import { privacy } from './local/0016-privacy';
import { products } from './local/0025-products';
import { needs } from './local/0027-needs';
import { quotes } from './local/0030-quotes';
import { quality } from './local/0013-quality';
import { retainedThings } from './local/0023-retained-things';
import { scopedDocuments } from './local/0018-scoped-documents';
import { search } from './local/0004-search';
import { tasks } from './local/0029-tasks';

export interface Migration {
  readonly id: string;
  readonly sql: string;
}

export const localMigrations: readonly Migration[] = [
  ledger,
  people,
  activities,
  search,
  clusters,
  jobs,
  duplicates,
  backups,
  importedHistory,
  attachments,
  importLikenesses,
  exitDrills,
  quality,
  audit,
  access,
  privacy,
  authority,
  scopedDocuments,
  erasure,
  approvals,
  exportRecipients,
  deals,
  retainedThings,
  emergencies,
  products,
  forecast,
  needs,
  leads,
  tasks,
  quotes,
];
