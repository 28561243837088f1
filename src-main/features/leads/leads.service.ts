// The rules of leads: whose they are, what may be said of them, and who takes them up.

import type { leadsContract } from '@shared/features/leads/leads.contract';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import type { CommandContext, Handlers } from '../../core/context';
import type { WriteDb } from '../../db';
import type { Creating } from '../parties';
import { lossReasonsOf } from '../pipelines';
import { columnsOf, createLead, unknownHolder } from './lead-intake';
import { leadStanding, listLeads } from './lead-list';
import { contactLead, disqualifyLead, liveLead, qualifyLead, reopenLead, stepLead } from './lead-steps';
import { leadView } from './lead-view';
import * as statements from './leads.sql';

type Ops = (typeof leadsContract)['operations'];

export const createLeadsService = (creating: Creating): Handlers<typeof leadsContract> => ({
  create: (context, draft) => createLead(context, draft, creating),
  update,
  assign,
  contact: contactLead,
  step: stepLead,
  qualify: qualifyLead,
  disqualify: disqualifyLead,
  reopen: reopenLead,
  remove({ db, at }, { ids }) {
    const missing = setDeleted(db, ids, at);
    return missing === undefined ? ok({ removed: ids.length }) : fail('leads.not-found', { id: missing });
  },
  restore({ db }, { ids }) {
    const missing = setDeleted(db, ids, null);
    return missing === undefined ? ok({ restored: ids.length }) : fail('leads.not-found', { id: missing });
  },
  get({ db, clock }, { id }) {
    const lead = db.first(statements.selectLead({ id }));
    return lead === undefined ? fail('leads.not-found', { id }) : ok(leadView(db, lead, clock.now()));
  },
  list: listLeads,
  standing: leadStanding,
  reasons: ({ db }) => ok({ reasons: lossReasonsOf(db).filter(({ about }) => about === 'lead') }),
});

function update({ db }: CommandContext, { id, set }: InputOf<Ops['update']>): Answer<Ops['update']> {
  if (liveLead(db, id) === undefined) return fail('leads.not-found', { id });
  const columns = columnsOf(set);
  if (Object.keys(columns).length > 0) db.run(statements.updateLead(id, columns));
  return ok({ id });
}

function assign({ db }: CommandContext, { ids, ...holder }: InputOf<Ops['assign']>): Answer<Ops['assign']> {
  const unknown = unknownHolder(db, holder);
  if (unknown !== undefined) return unknown;
  const missing = ids.find((id) => liveLead(db, id) === undefined);
  if (missing !== undefined) return fail('leads.not-found', { id: missing });
  const columns = {
    ...(holder.ownerId !== undefined && { owner_id: holder.ownerId }),
    ...(holder.unitId !== undefined && { unit_id: holder.unitId }),
  };
  if (Object.keys(columns).length > 0) for (const id of ids) db.run(statements.updateLead(id, columns));
  return ok({ assigned: ids.length });
}

/** The first id that is no lead there, or undefined when all were set. */
function setDeleted(db: WriteDb, ids: readonly string[], at: number | null): string | undefined {
  const missing = ids.find((id) => (db.first(statements.selectLead({ id }))?.deleted_at === null) !== (at !== null));
  if (missing !== undefined) return missing;
  for (const id of ids) db.run(statements.updateLead(id, { deleted_at: at }));
  return undefined;
}
