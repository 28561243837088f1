// Writes down what somebody said about a purpose: one event for each channel.

import type { ConsentChannel } from '@shared/features/consent/consent';
import { cleanLine, cleanText } from '@shared/text/clean';
import type { CommandContext } from '../../core/context';
import { insertConsent, type ConsentRow } from './consent.sql';
import type { Person } from './person';

export interface Said {
  readonly purposeId: string;
  readonly channels: readonly ConsentChannel[];
  readonly brand?: string | null | undefined;
  readonly action: ConsentRow['action'];
  /** ms UTC; now when left out. */
  readonly at?: number | undefined;
  readonly source: ConsentRow['source'];
  readonly givenBy?: string | null | undefined;
  readonly wordingId?: string | null | undefined;
  readonly evidence?: string | null | undefined;
  readonly attachmentId?: string | null | undefined;
}

/** What is agreed to is written to the record that stands for the person, what is refused or taken back to each. */
export function writeSaying({ db, ids, at: now, actor }: CommandContext, person: Person, said: Said): string[] {
  const records = said.action === 'given' ? [person.rootId] : person.records;
  const row = {
    purpose_id: said.purposeId,
    brand: orNull(cleanLine(said.brand ?? '')),
    action: said.action,
    at: said.at ?? now,
    by_id: actor.userId ?? '',
    source: said.source,
    given_by: orNull(cleanLine(said.givenBy ?? '')),
    wording_id: said.wordingId ?? null,
    evidence: orNull(cleanText(said.evidence ?? '')),
    attachment_id: said.attachmentId ?? null,
  };
  return records.flatMap((party_id) =>
    [...new Set(said.channels)].map((channel) => {
      const id = ids();
      db.run(insertConsent({ ...row, id, party_id, channel }));
      return id;
    }),
  );
}

const orNull = (text: string): string | null => (text === '' ? null : text);
