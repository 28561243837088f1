// `leads create|list|show|assign|contact|qualify|disqualify|reopen`: who showed interest, how promising they are, and what comes of it.

import type { Lead, LeadRow, LeadStep } from '@shared/features/leads/lead';
import type { LossReason } from '@shared/features/pipelines/pipeline';
import type { Engine } from '../../engine/engine';
import { done, failed, misuse, type Command, type CommandInput, type CommandResult } from '../command';
import { noteDuplicates } from '../duplicate-warning';
import { withUnlocked } from '../session';

export const leads: Command = async (input) => {
  const [what = ''] = input.positionals;
  const step = steps[what];
  if (what === 'create') return create(input);
  if (what === 'list') return list(input);
  if (what === 'assign') return assign(input);
  if (what === 'show') return show(input);
  return step === undefined ? misuse('cli.leads.what') : change(input, step);
};

const create = (input: CommandInput): Promise<CommandResult> => {
  const { party, name, kind = 'person', phone, email, source, interest, amount, owner, unit } = input.options;
  if ((party === undefined) === (name === undefined)) return Promise.resolve(misuse('cli.leads.who'));
  const points = [
    ...(phone === undefined ? [] : [{ kind: 'phone', value: phone }]),
    ...(email === undefined ? [] : [{ kind: 'email', value: email }]),
  ];
  const who =
    party === undefined ? { party: { kind, names: [{ text: name }], contactPoints: points } } : { partyId: party };
  return withUnlocked(input, async ({ engine }) => {
    const ownerId = await userId(engine, owner);
    const facts = given({ interest, amount, ownerId, unitId: unit });
    const answer = await engine.call('leads.create', { ...who, source: source ?? 'other', ...facts });
    if (!answer.ok) return failed(answer.error);
    const { id, partyId } = answer.value as { id: string; partyId: string };
    if (party === undefined) await noteDuplicates(engine, input.output, partyId);
    input.output.result(answer.value, [[id, partyId].join('\t')]);
    return done;
  });
};

const list = (input: CommandInput): Promise<CommandResult> =>
  withUnlocked(input, async ({ engine }) => {
    const { state, source, response, owner, unit, party, by, limit } = input.options;
    const ownerId = await userId(engine, owner);
    const states = state?.split(',');
    const filter = given({ states, source, response, unitId: unit, partyId: party, ownerId: ownerId ?? nobody(owner) });
    const sort = by === undefined ? {} : { sort: { by, direction: 'descending' } };
    const found = await engine.call('leads.list', { filter, ...sort, ...given({ limit }) });
    if (!found.ok) return failed(found.error);
    const { rows } = found.value as { rows: LeadRow[] };
    const lines = rows.map((row) => lineOf(row, input.output.t));
    input.output.result(found.value, lines.length === 0 ? [input.output.t('cli.leads.none')] : lines);
    return done;
  });

type Words = CommandInput['output']['t'];

const lineOf = ({ id, score, state, response, party, interest, owner }: LeadRow, t: Words): string =>
  [
    id,
    score.value,
    t(`catalogue.lead.state.${state}`),
    t(`leads.response.${response.state}`),
    party.name,
    interest ?? '',
    owner?.name ?? '',
  ].join('\t');

const show = (input: CommandInput): Promise<CommandResult> =>
  withUnlocked(input, async ({ engine }) => {
    const found = await engine.call('leads.get', { id: input.positionals[1] ?? '' });
    if (!found.ok) return failed(found.error);
    const lead = found.value as Lead;
    const { t } = input.output;
    const reasons = lead.score.reasons.map(
      ({ rule, what, points, of }) => `  ${points}/${of}\t${t(`leads.score.${rule}.${what}`)}`,
    );
    const steps = lead.steps.map((step) => stepLine(step, input));
    input.output.result(lead, [lineOf(lead, t), ...reasons, ...steps]);
    return done;
  });

function stepLine(
  { at, toState, by, activity, reason, words }: LeadStep,
  { output: { t }, options }: CommandInput,
): string {
  const why = [activity?.subject, reason?.[options.language], words].filter((one) => typeof one === 'string');
  return [new Date(at).toISOString(), t(`catalogue.lead.state.${toState}`), by?.name ?? '', why.join(' · ')].join('\t');
}

const assign = (input: CommandInput): Promise<CommandResult> => {
  const [, ...ids] = input.positionals;
  const { owner, unit } = input.options;
  if (ids.length === 0 || (owner === undefined && unit === undefined)) return Promise.resolve(misuse('cli.leads.to'));
  return withUnlocked(input, async ({ engine }) => {
    const ownerId = owner === 'none' ? null : await userId(engine, owner);
    const unitId = unit === 'none' ? null : unit;
    const answer = await engine.call('leads.assign', { ids, ...given({ ownerId, unitId }) });
    if (!answer.ok) return failed(answer.error);
    input.output.result(answer.value, [input.output.t('cli.leads.assigned', { count: ids.length })]);
    return done;
  });
};

/** What an operation on one lead is given, of the options. */
interface Step {
  readonly operation: string;
  asked(engine: Engine, options: CommandInput['options']): Promise<Record<string, unknown>>;
}

const steps: Readonly<Record<string, Step>> = {
  contact: {
    operation: 'leads.contact',
    asked: async (_, { kind = 'call', subject, words, to }) => ({
      kind,
      subject: subject ?? '',
      ...given({ outcome: words, toState: to }),
    }),
  },
  qualify: {
    operation: 'leads.qualify',
    asked: async (_, { pipeline, title, amount }) => given({ pipelineId: pipeline, title, amount }),
  },
  disqualify: {
    operation: 'leads.disqualify',
    asked: async (engine, { reason, words }) => given({ reasonId: await reasonId(engine, reason), words }),
  },
  reopen: { operation: 'leads.reopen', asked: async (_, { words }) => given({ words }) },
};

function change(input: CommandInput, { operation, asked }: Step): Promise<CommandResult> {
  const [, id] = input.positionals;
  if (id === undefined) return Promise.resolve(misuse('cli.leads.which'));
  return withUnlocked(input, async ({ engine }) => {
    const answer = await engine.call(operation, { id, ...(await asked(engine, input.options)) });
    if (!answer.ok) return failed(answer.error);
    const { dealId } = answer.value as { dealId?: string };
    input.output.result(answer.value, [dealId ?? input.output.t('cli.leads.done')]);
    return done;
  });
}

/** Without what was not given. */
const given = (parts: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));

const nobody = (owner: string | undefined): 'none' | undefined => (owner === 'none' ? 'none' : undefined);

/** By login, or as the id that was given. */
async function userId(engine: Engine, owner: string | undefined): Promise<string | undefined> {
  if (owner === undefined || owner === 'none') return undefined;
  const found = await engine.call('users.list', {});
  const { users } = (found.ok ? found.value : { users: [] }) as { users: { id: string; login: string }[] };
  return users.find(({ login }) => login === owner)?.id ?? owner;
}

/** By its id, or by its words in any language. */
async function reasonId(engine: Engine, reason: string | undefined): Promise<string | undefined> {
  if (reason === undefined) return undefined;
  const found = await engine.call('leads.reasons', {});
  const { reasons } = (found.ok ? found.value : { reasons: [] }) as { reasons: LossReason[] };
  return reasons.find(({ names }) => Object.values(names).includes(reason))?.id ?? reason;
}
