// What speaks against two records being one: sure facts that contradict one another, and ties between the two. Never a refusal.

import type { z } from 'zod';
import type { MergePreview } from '@shared/features/parties/merging';
import type { Tables } from '../../db';
import type { PartyFacts } from './party-record';
import type { Survivor } from './survivor';

/** One side of a merge: who stands for it, the view of all its records, and its page as the reader may see it. */
export interface Side {
  readonly root: Tables['party'];
  readonly survivor: Survivor;
  readonly record: PartyFacts;
}

type Warning = z.infer<typeof MergePreview>['warnings'][number];

/** Schemes of which a party has one at a time, issued by a state; of a passport or an account it may have two. */
const oneAtATime: ReadonlySet<string> = new Set([
  'sa-national-id',
  'sa-iqama',
  'ae-emirates-id',
  'eg-national-id',
  'ir-national-id',
  'ir-company-id',
]);

export function mergeWarningsOf(sides: readonly Side[], numbers: SureNumbers): Warning[] {
  return [...differingNumbers(sides, numbers), ...differingFacts(sides), ...ties(sides)];
}

/** The valid identity numbers of each side: in full only for comparing. */
export type SureNumbers = (side: Side) => readonly { readonly id: string; readonly normal: string }[];

function differingNumbers(sides: readonly Side[], numbers: SureNumbers): Warning[] {
  return [...oneAtATime].flatMap((scheme) => {
    const known = sides.map((side) => {
      const sure = new Map(numbers(side).map(({ id, normal }) => [id, normal]));
      return side.record.identifiers
        .filter((identifier) => identifier.scheme === scheme && sure.has(identifier.id))
        .map((identifier) => ({ normal: sure.get(identifier.id)!, shown: identifier.value }));
    });
    const holders = known.filter((list) => list.length > 0);
    const agree = holders.every((list) =>
      list.some(({ normal }) => holders[0]!.some((first) => first.normal === normal)),
    );
    if (holders.length < 2 || agree) return [];
    return [{ code: 'identifiers-differ', scheme, values: holders.map((list) => list[0]!.shown) }];
  });
}

function differingFacts(sides: readonly Side[]): Warning[] {
  const births = present(sides.map((side) => side.record.birth?.on ?? null));
  const genders = present(sides.map((side) => side.record.gender));
  const warning = (code: Warning['code'], values: readonly string[]): Warning[] =>
    new Set(values).size < 2 ? [] : [{ code, scheme: null, values: values.map((text) => ({ text, masked: false })) }];
  return [...warning('birth-differs', births), ...warning('gender-differs', genders)];
}

/** Father and son of one name are related; the same person twice is not. */
function ties(sides: readonly Side[]): Warning[] {
  const roots = new Set(sides.map((side) => side.root.id));
  const between = sides.flatMap((side) =>
    side.record.relationships.filter((edge) => edge.direction === 'outgoing' && roots.has(edge.party.id)),
  );
  return between.map(({ type }) => ({ code: 'related', scheme: null, values: [{ text: type, masked: false }] }));
}

const present = (values: readonly (string | null)[]): string[] => values.filter((value) => value !== null);
