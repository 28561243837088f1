// Putting numbers on the list of those whom nobody contacts again, asking it, and taking one off.

import { z } from 'zod';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import type { privacyContract, Suppression } from '@shared/features/privacy/privacy.contract';
import { contactOf, type Contact } from '@shared/features/privacy/suppression';
import type { CommandContext, Handlers, QueryContext } from '../../core/context';
import { readCursor, writeCursor } from '../../core/cursor';
import type { ReadDb } from '../../db';
import { liveRootOf, memberIdsOf } from '../clusters';
import { siteCountry } from '../settings';
import { userRefs } from '../users';
import { contactsOf, suppressContacts, suppressionOf } from './suppression';
import * as statements from './suppression.sql';
import type { SuppressionRow } from './suppression.sql';

type Ops = (typeof privacyContract)['operations'];
type Names = 'suppress' | 'suppressParty' | 'check' | 'suppressions' | 'release';

export const suppressionHandlers: Pick<Handlers<typeof privacyContract>, Names> = {
  suppress(context: CommandContext, { kind, value, reason }) {
    const contact = contactOf(kind, value, siteCountry(context.db));
    if (contact === null) return fail('privacy.value-unreadable');
    return ok({ added: suppressContacts(context, [contact], reason) > 0 });
  },
  async suppressParty(context, { partyId, reason }) {
    if (liveRootOf(context.db, partyId) === undefined) return fail('privacy.party-not-found', { id: partyId });
    const contacts = contactsOf(context.db, memberIdsOf(context.db, partyId));
    return context.commit((work) => ok({ added: suppressContacts(work, contacts, reason) }));
  },
  check({ db }, { kind, value }) {
    const contact: Contact | null = contactOf(kind, value, siteCountry(db));
    if (contact === null) return fail('privacy.value-unreadable');
    const row = suppressionOf(db, contact);
    return ok({ entry: row === undefined ? null : entryOf(db, row) });
  },
  suppressions,
  release: ({ db }, { id }) =>
    db.run(statements.deleteSuppression({ id })) === 0 ? fail('privacy.not-suppressed', { id }) : ok({}),
};

const COUNT_CAP = 10_000;
const beginning = [Number.MAX_SAFE_INTEGER, ''] as const;

function suppressions(
  { db }: QueryContext,
  { after, limit }: InputOf<Ops['suppressions']>,
): Answer<Ops['suppressions']> {
  const place = after === undefined ? beginning : readCursor(z.tuple([z.number(), z.string()]), after);
  if (place === undefined) return fail('privacy.cursor-invalid');
  const rows = db.all(statements.selectSuppressions({ at: place[0], id: place[1], limit: limit + 1 }));
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const count = db.first(statements.countSuppressions({ most: COUNT_CAP + 1 }))?.value ?? 0;
  return ok({
    entries: shown.map((row) => entryOf(db, row)),
    count: { value: Math.min(count, COUNT_CAP), capped: count > COUNT_CAP },
    next: rows.length > limit && last !== undefined ? writeCursor([last.created_at, last.id]) : null,
  });
}

const entryOf = (db: ReadDb, { id, kind, reason, created_at, by_id }: SuppressionRow): Suppression => ({
  id,
  kind,
  reason,
  createdAt: created_at,
  by: userRefs(db)(by_id),
});
