// What each rule measures: whether this, asked by this person now, is more than may be done on one person's word.

import { z } from 'zod';
import type { Clock } from '@shared/core/clock';
import type { ApprovalRule } from '@shared/core/approval';
import type { Permission } from '@shared/core/permissions';
import { holds } from '@shared/features/policy/policy';
import { protectedSettings, type SiteSettings } from '@shared/features/settings/settings.contract';
import type { Actor } from '../../access';
import type { ReadDb } from '../../db';
import { stampBefore } from '../../ledger';
import { MeasuredExport, measureExport } from '../exports';
import { undoTarget } from '../operations';
import { rolePolicy } from '../policy';
import { belowListOf } from '../quotes';
import { siteSettings } from '../settings';
import { ApprovalBody } from '@shared/features/approvals/approval';
import { countRemoved, selectEvents, selectUseOf } from './approvals.sql';

export interface Measured {
  readonly count: number;
  readonly fields: readonly string[];
}

export interface Measuring {
  /** As the caller sees it. */
  readonly db: ReadDb;
  readonly actor: Actor;
  readonly exactly: unknown;
  readonly clock: Clock;
}

/** null: no more is needed than the right to do it. */
type Measure = (measuring: Measuring) => Measured | null;

const always: Measure = () => ({ count: 1, fields: [] });

const ofExport: Measure = ({ exactly, ...asking }) => {
  const { rows, fields, isMass } = measureExport(asking, MeasuredExport.parse(exactly));
  return isMass || fields.length > 0 ? { count: rows, fields } : null;
};

const Removal = z.object({ ids: z.array(z.string()) });
const ofRemoval: Measure = ({ db, actor, exactly, clock }) => {
  const count = Removal.parse(exactly).ids.length;
  const removed =
    db.first(countRemoved({ userId: actor.userId ?? '', stamp: stampBefore(db, clock, DAY_MS) }))?.count ?? 0;
  return count + removed > siteSettings(db).approvalRemovals ? { count, fields: [] } : null;
};

/** Whoever holds one of these could give themselves, or a second name of theirs, everything else. */
const powers: readonly Permission[] = ['approvals.approve', 'policy.manage', 'users.manage', 'base.manage'];
const GivenRole = z.object({ role: z.string().optional() });
const ofRole: Measure = (measuring) => {
  const { role } = GivenRole.parse(measuring.exactly);
  if (role === undefined) return null;
  const policy = rolePolicy(measuring.db, role);
  return powers.some((power) => holds(policy, power)) ? always(measuring) : null;
};

const SiteChange = z.partialRecord(z.enum(protectedSettings), z.unknown());
const ofSettings: Measure = (measuring) => {
  const site: Partial<SiteSettings> = siteSettings(measuring.db);
  const change = SiteChange.parse(measuring.exactly);
  const isTouched = protectedSettings.some((key) => change[key] !== undefined && change[key] !== site[key]);
  return isTouched ? always(measuring) : null;
};

const Undone = z.object({ id: z.string().optional(), groupId: z.string().optional() });
/** What took an approval to be set takes one to be taken back. */
const ofUndo: Measure = (measuring) => {
  const { db, actor, exactly } = measuring;
  const { id, groupId } = Undone.parse(exactly);
  const operationId = groupId === undefined ? (id ?? undoTarget(db, actor)) : null;
  const used = operationId === null ? undefined : db.first(selectUseOf({ operationId }));
  const [request] = used === undefined ? [] : db.all(selectEvents({ id: used.request_id }));
  if (request === undefined) return null;
  const { rule } = ApprovalBody.parse(JSON.parse(request.body));
  return rule === 'rights' || rule === 'settings' || rule === 'role' ? always(measuring) : null;
};

const IssuedQuote = z.object({ id: z.string() });
const ofDiscount: Measure = ({ db, exactly }) => {
  const below = belowListOf(db, IssuedQuote.parse(exactly).id) ?? 0;
  return below > siteSettings(db).quoteDiscountPercent * 100 ? { count: Math.floor(below / 100), fields: [] } : null;
};

export const measures: Readonly<Record<ApprovalRule, Measure>> = {
  export: ofExport,
  removal: ofRemoval,
  role: ofRole,
  settings: ofSettings,
  undo: ofUndo,
  discount: ofDiscount,
  rights: always,
  keys: always,
  restore: always,
  reset: always,
  erasure: always,
};

const DAY_MS = 24 * 60 * 60_000;
