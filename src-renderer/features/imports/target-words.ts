// The words of what a column can become: a party's parts have words of their own, everything else those of the catalogue.

import { ownColumn } from '@shared/features/exports/own-sheet';
import type { ImportInto } from '@shared/features/imports/mapping/record-targets';
import { partyTarget, recordEntities, recordTargets } from '@shared/features/imports/mapping/record-targets';
import { importTargets } from '@shared/features/imports/mapping/targets';
import type { Translate } from '../../ui';

export interface TargetChoice {
  readonly value: string;
  readonly label: string;
}

/** With the target of a column of our own sheets, which no other file has. */
export const withOwn = (t: Translate, choices: readonly TargetChoice[], now: string | null): readonly TargetChoice[] =>
  now !== null && ownColumn(now) !== null ? [{ value: now, label: t('import.target.own') }, ...choices] : choices;

export function targetChoices(t: Translate, into: ImportInto): readonly TargetChoice[] {
  if (into === 'parties') return importTargets.map((value) => ({ value, label: t.any(`import.target.${value}`) }));
  return recordTargets(into).map((value) => ({ value, label: recordTargetWords(t, into, value) }));
}

function recordTargetWords(t: Translate, into: Exclude<ImportInto, 'parties'>, target: string): string {
  const party = partyTarget(target);
  if (party !== null)
    return t('import.target.party', {
      part: t.any(recordEntities[into].partWord(party.part)),
      way: t(`import.way.${party.way}`),
    });
  if (target.endsWith('.author')) return t('import.target.author');
  if (target.endsWith('-time')) return t('import.target.time');
  return t.any(`catalogue.${target}`);
}
