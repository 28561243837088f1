// Finds and judges: who in the base may be the person described, or the person with this id.

import type { DuplicateCard, DuplicateMatch, DuplicateProbe } from '@shared/features/duplicates/duplicates.contract';
import { identityOf, type Identity } from '@shared/features/duplicates/identity';
import type { Judgement } from '@shared/features/duplicates/judge';
import { isPersonalEmail } from '@shared/features/duplicates/key-evidence';
import { reasonOf } from '@shared/features/duplicates/reasons';
import { normalContactPoint } from '@shared/features/parties/contact-point';
import { checkIdentifier } from '@shared/features/parties/identifiers';
import { seesWhole } from '../../access';
import type { QueryContext } from '../../core/context';
import { sealing, type ReadDb } from '../../db';
import type { BaseJudge } from './base-judge';
import { candidatesFor, holdersNow } from './candidates';
import { knownParties, textsOf, type KnownParty } from './identity-facts';
import type { PartyFacts } from './identity-facts.sql';

export interface Asked {
  readonly db: ReadDb;
  readonly base: BaseJudge;
}

export interface Match {
  readonly party: KnownParty;
  readonly judgement: Judgement;
}

/** Parties of the base that may be this one, the surest first. `itself`: the party asked about, when it is in the base. */
export function findMatches({ db, base }: Asked, identity: Identity, itself: string | null): Match[] {
  return [...knownParties(db, candidatesFor(holdersNow(db), identity)).values()]
    .filter(({ row }) => row.id !== itself)
    .map((party) => ({ party, judgement: base.judge(identity, party.identity) }))
    .filter(({ judgement }) => judgement.band !== null)
    .toSorted((one, other) => other.judgement.bits - one.judgement.bits);
}

/** The same forms in which parties are stored. Whoever may not see a value whole learns nothing by typing it, not even that it is known. */
export function probeIdentity({ db, actor }: QueryContext, probe: DuplicateProbe, country: string): Identity {
  const normals = (kind: 'phone' | 'email'): string[] =>
    probe.contactPoints
      .filter((point) => point.kind === kind)
      .map(({ value }) => normalContactPoint(kind, value, country).normal)
      .filter((normal) => normal !== '');
  const seesPoints = seesWhole(actor, 'contact_point', 'value');
  return identityOf({
    kind: probe.kind,
    gender: probe.gender,
    names: seesWhole(actor, 'party_name', 'text') ? probe.names.flatMap(textsOf) : [],
    birthOn: seesWhole(actor, 'party', 'birth_on') ? probe.birth?.on : undefined,
    phones: seesPoints ? normals('phone') : [],
    emails: seesPoints ? normals('email').filter(isPersonalEmail) : [],
    identifiers: seesWhole(actor, 'identifier', 'value')
      ? probe.identifiers.map(({ scheme, value }) => ({
          scheme,
          normal: sealing.tokens(db, 'identifier.value')(checkIdentifier(scheme, value).normalised),
        }))
      : [],
  });
}

export const matchOf = ({ party, judgement }: Match): DuplicateMatch => ({
  party: cardOf(party.row),
  band: judgement.band ?? 'possible',
  percent: judgement.percent,
  reasons: judgement.evidence.map(reasonOf),
});

export const cardOf = (row: PartyFacts): DuplicateCard => ({
  id: row.id,
  kind: row.kind,
  name: row.display_name,
  phone: row.primary_phone,
  email: row.primary_email,
  city: row.city,
  birthOn: row.birth_on,
  createdAt: row.created_at,
});
