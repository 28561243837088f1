// Stores the leads of the sample office, each with its steps; those that were qualified are deals of the first pipeline.

import { ok } from '@shared/core/result';
import { minorDigits } from '@shared/locale/money';
import type { ActionContext, CommandContext } from '../../core/context';
import { insertActivity } from '../activities';
import { createDeal } from '../deals';
import { insertLead, insertLeadEvent } from '../leads';
import { firstPipelineId, lossReasonsOf, selectPipeline } from '../pipelines';
import type { SampleLead } from '../sample';

/** What the keys of the office stand for here. */
interface Known {
  party(key: string): string;
  user(key: string): string;
}

interface Setting {
  readonly pipelineId: string;
  readonly currency: string;
  readonly reasons: readonly string[];
  readonly known: Known;
}

export function storeLeads(
  { context, groupId }: { readonly context: ActionContext; readonly groupId: string },
  leads: readonly SampleLead[],
  known: Known,
): void {
  context.commit(
    (work) => {
      const pipelineId = firstPipelineId(work.db) ?? '';
      const currency = work.db.first(selectPipeline({ id: pipelineId }))?.currency ?? '';
      const reasons = lossReasonsOf(work.db).flatMap(({ id, about }) => (about === 'lead' ? [id] : []));
      for (const lead of leads) store(work, lead, { pipelineId, currency, reasons, known });
      return ok(undefined);
    },
    { groupId },
  );
}

function store(work: CommandContext, lead: SampleLead, setting: Setting): void {
  const { db, ids } = work;
  const { currency, known } = setting;
  const id = ids();
  const party_id = known.party(lead.partyKey);
  const by = lead.ownerKey === null ? (work.actor.userId ?? '') : known.user(lead.ownerKey);
  const amount = lead.amount === null ? null : lead.amount * 10 ** minorDigits(currency);
  const at = lead.receivedAt;
  const derived = { state: 'new', state_at: at, responded_at: null } as const;
  db.run(
    insertLead({
      id,
      party_id,
      interest: lead.interest,
      source: lead.source,
      received_at: at,
      amount,
      currency,
      owner_id: lead.ownerKey === null ? null : by,
      unit_id: null,
      note: null,
      external_key: null,
      created_at: at,
      created_by: by,
      deleted_at: null,
      ...derived,
    }),
  );
  const of = { lead_id: id, party_id, by_id: by };
  const nothing = { activity_id: null, reason_id: null, words: null };
  db.run(insertLeadEvent({ id: ids(), ...of, ...nothing, to_state: 'new', at }));
  for (const step of lead.steps) {
    const activity_id = step.call === null ? null : logged(work, step.call, { party_id, at: step.at, by });
    const reason_id = step.reason === null ? null : (setting.reasons[step.reason] ?? null);
    db.run(
      insertLeadEvent({ id: ids(), ...of, words: null, to_state: step.toState, at: step.at, activity_id, reason_id }),
    );
    if (step.toState === 'qualified') becomeDeal(work, lead, { ...setting, id, party_id, amount, by });
  }
}

const logged = (
  { db, ids }: CommandContext,
  subject: string,
  { party_id, at, by }: { readonly party_id: string; readonly at: number; readonly by: string },
): string =>
  insertActivity(
    { db, ids },
    { kind: 'call', direction: 'outgoing', subject, partyIds: [party_id], at, authorId: by, createdAt: at },
  );

interface Becoming extends Setting {
  readonly id: string;
  readonly party_id: string;
  readonly amount: number | null;
  readonly by: string;
}

function becomeDeal(work: CommandContext, lead: SampleLead, becoming: Becoming): void {
  const { pipelineId, currency, party_id, amount, by, known } = becoming;
  const title = lead.interest ?? lead.partyKey;
  const terms = { partyId: party_id, pipelineId, title, amount, currency, ownerId: by, parties: [] };
  const made = createDeal(work, terms, becoming.id);
  if (!made.ok) throw new Error(`a sample lead of ${known.party(lead.partyKey)} makes no deal: ${made.error.code}`);
}
