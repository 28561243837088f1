// `audit events`: who did and who read what, newest first.

import type { AuditEntry } from '@shared/features/access/access.contract';
import { purposeSaid } from '@shared/core/purpose';
import { done, failed, type CommandInput, type CommandResult } from '../command';
import { withUnlocked } from '../session';

export const auditEvents = (input: CommandInput): Promise<CommandResult> =>
  withUnlocked(input, async ({ engine }) => {
    const { party, kind, purpose, limit } = input.options;
    const found = await engine.call('access.events', {
      ...(party === undefined ? {} : { partyId: party }),
      ...(kind === undefined ? {} : { kinds: [kind] }),
      ...(purpose === undefined ? {} : { purpose }),
      ...(limit === undefined ? {} : { limit }),
    });
    if (!found.ok) return failed(found.error);
    const { entries } = found.value as { entries: AuditEntry[] };
    const { t } = input.output;
    input.output.result(found.value, entries.length === 0 ? [t('audit.empty')] : entries.map((one) => lineOf(one, t)));
    return done;
  });

function lineOf(entry: AuditEntry, t: CommandInput['output']['t']): string {
  const { at, userName, kind, what, way, parties, people, purpose, refused } = entry;
  const about = people === null ? [t('audit.everyone')] : parties.map(({ id, name }) => `${name} (${id})`);
  const more = people !== null && people > parties.length ? [`+${people - parties.length}`] : [];
  const said = way === null ? t(`audit.kind.${kind}`) : t(`audit.way.${way}`);
  const why = purpose === null ? [] : [purposeSaid(purpose, t)];
  return [new Date(at).toISOString(), userName, said, refused ?? what, [...about, ...more].join(', '), ...why].join(
    '\t',
  );
}
