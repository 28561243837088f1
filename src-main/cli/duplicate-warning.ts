// After somebody was added by the command line: who may be the same, as a note on stderr. A warning, never a refusal.

import type { DuplicateMatch } from '@shared/features/duplicates/duplicates.contract';
import type { Reason } from '@shared/features/duplicates/reasons';
import type { Engine } from '../engine/engine';
import type { Output } from './output';

export async function noteDuplicates(engine: Engine, output: Output, id: string): Promise<void> {
  const found = await engine.call('duplicates.ofParty', { id });
  if (!found.ok) return;
  for (const match of (found.value as { matches: readonly DuplicateMatch[] }).matches)
    output.note(
      output.t('cli.duplicates.warning', {
        name: match.party.name,
        id: match.party.id,
        percent: match.percent,
        why: reasonsInWords(output.t, match.reasons),
      }),
    );
}

export const reasonsInWords = (t: Output['t'], reasons: readonly Reason[]): string =>
  reasons
    .map(({ code, scheme }) =>
      t(`duplicates.reason.${code}`, {
        scheme: scheme === undefined ? '' : t(`catalogue.identifier.scheme.${scheme}`),
      }),
    )
    .join(' · ');
