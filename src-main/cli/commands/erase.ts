// `erase PARTY [--plan]`: what erasing somebody would touch, or doing it, with the certificate.

import type { Certificate, ErasurePlan, TouchedCount } from '@shared/features/erasure/erasure-operations';
import { done, failed, misuse, type Command, type CommandInput, type CommandResult } from '../command';
import { failureOfJob, watchJobs } from '../job';
import { withUnlocked } from '../session';

export const erase: Command = async (input) => {
  const [partyId] = input.positionals;
  if (partyId === undefined) return misuse('cli.erase.whom');
  return input.options.plan ? showPlan(input, partyId) : carryOut(input, partyId);
};

const showPlan = (input: CommandInput, partyId: string): Promise<CommandResult> =>
  withUnlocked(input, async ({ engine }) => {
    const planned = await engine.call('privacy.plan', { partyId });
    if (!planned.ok) return failed(planned.error);
    const plan = planned.value as ErasurePlan;
    const { t } = input.output;
    input.output.result(plan, [
      plan.mode === null ? t('cli.erase.on-hold') : t(`catalogue.erasure.mode.${plan.mode}`),
      ...plan.holds.map(({ reason, at }) => [t('catalogue.privacy_mark.kind.hold'), dayOf(at), reason].join('\t')),
      ...plan.keeps.map(({ ruleId, name, until }) =>
        [name ?? t(`privacy.retention.${ruleId}`), until ?? ''].join('\t'),
      ),
      ...countLines(plan.touched, t),
      ...plan.copies.map(({ folder, until }) => [folder, until === null ? '' : dayOf(until)].join('\t')),
    ]);
    return done;
  });

async function carryOut(input: CommandInput, partyId: string): Promise<CommandResult> {
  const watch = watchJobs(input);
  const { request } = input.options;
  return withUnlocked(
    input,
    async ({ engine }) => {
      const started = await engine.call('privacy.execute', {
        partyId,
        ...(request === undefined ? {} : { requestId: request }),
      });
      if (!started.ok) return failed(started.error);
      const job = await watch.wait(engine, (started.value as { jobId: string }).jobId);
      const failure = failureOfJob(job);
      if (failure !== null) return failed(failure);
      const told = await engine.call('privacy.certificate', { id: (job.result as { erasureId: string }).erasureId });
      if (!told.ok) return failed(told.error);
      const certificate = told.value as Certificate;
      const { t } = input.output;
      input.output.result(certificate, [
        t('cli.erase.done', { id: certificate.id }),
        t(`catalogue.erasure.mode.${certificate.mode}`),
        ...countLines(certificate.counts, t),
        ...certificate.copies.map(({ folder, until }) => [folder, until === null ? '' : dayOf(until)].join('\t')),
      ]);
      return done;
    },
    { onJob: watch.onJob },
  );
}

const countLines = (counts: readonly TouchedCount[], t: CommandInput['output']['t']): string[] =>
  counts.map(
    ({ what, count }) => `${count}\t${t(isOfErasure(what) ? `privacy.touched.${what}` : `catalogue.${what}`)}`,
  );

/** What is no entity of the catalogue. */
const isOfErasure = (what: string): boolean => ['history', 'mentions', 'leftovers', 'files'].includes(what);

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
