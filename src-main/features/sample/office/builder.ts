// Gathers the sample office piece by piece and remembers what the later pieces need: who speaks what and deals in what.

import { dayOfInstant } from '../dates';
import { createKit, type Kit } from '../kit';
import { organisationOdds, type OrganisationOdds } from '../organisation';
import { personOdds, type PersonOdds } from '../person';
import type { Audience } from '../stories/story';
import type { PartyInput, Script } from '../types';
import type { SampleOfficeOptions, SampleParty, SampleRelationship, SampleRoleEnd } from './types';

/** How a party takes part in the office's life. */
export interface Part {
  readonly key: string;
  readonly script: Script;
  /** Stories that may happen to it. */
  readonly audiences: readonly Audience[];
  /** How much happens, compared with others; 1 is usual. */
  readonly weight: number;
  /** The one who speaks for it (a child's guardian). */
  readonly speakerKey?: string;
}

export interface OfficeBuilder {
  readonly options: SampleOfficeOptions;
  readonly kit: Kit;
  readonly person: PersonOdds;
  readonly organisation: OrganisationOdds;
  /** Number of the present day (see dates.ts). */
  readonly today: number;
  readonly parties: SampleParty[];
  readonly parts: Part[];
  readonly relationships: SampleRelationship[];
  readonly roleEnds: SampleRoleEnd[];
  add(draft: PartyInput, part: Part): string;
  /** Adds the relationship unless the two are already related that way. */
  relate(edge: SampleRelationship): void;
}

export function createBuilder(options: SampleOfficeOptions): OfficeBuilder {
  const parties: SampleParty[] = [];
  const parts: Part[] = [];
  const relationships: SampleRelationship[] = [];
  const known = new Set<string>();
  const kit = createKit(options.seed);
  return {
    options,
    kit,
    person: personOdds(),
    organisation: organisationOdds(),
    today: dayOfInstant(options.now),
    parties,
    parts,
    relationships,
    roleEnds: [],
    add(draft, part) {
      parties.push({ key: part.key, draft, ownerKey: ownerOf(part, parties.length) });
      parts.push(part);
      return part.key;
    },
    relate(edge) {
      const { fromKey, toKey, type } = edge;
      const [low, high] = fromKey < toKey ? [fromKey, toKey] : [toKey, fromKey];
      const name = `${low} ${type} ${high}`;
      if (fromKey === toKey || known.has(name)) return;
      known.add(name);
      relationships.push(edge);
    },
  };
}

/** Staff by the language they work in, and by the trade of a party. */
export function ownerOf({ script, audiences }: Part, turn: number): string {
  if (audiences.includes('supplier')) return 'tariq';
  if (script === 'persian') return ['omid', 'hossein', 'babak'][turn % 3]!;
  if (audiences.includes('insured')) return 'samar';
  if (audiences.includes('prospect')) return 'reem';
  return script === 'latin' ? 'nadia' : ['amal', 'mona'][turn % 2]!;
}
