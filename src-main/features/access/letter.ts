// The letter "who looked at my file": every look and change, one line for each person, way and day.

import { dayInZone } from '@shared/locale/zoned-time';
import type { accessContract, AuditEntry, LetterLine } from '@shared/features/access/access.contract';
import type { Answer } from '@shared/core/contract';
import { purposeWord } from '@shared/core/purpose';
import { fail, ok } from '@shared/core/result';
import type { ReadDb, Tables } from '../../db';
import { rootIdOf } from '../clusters';
import { selectParty } from '../parties';
import { roleNameOf } from '../policy';
import { siteSettings } from '../settings';
import { selectUser } from '../users';
import { auditPage } from './audit-entries';

type Letter = (typeof accessContract)['operations']['letter'];

/** Beyond these a letter is no letter any more. */
const MOST_ENTRIES = 2000;
const PAGE = 200;

export function letterTo(db: ReadDb, partyId: string): Answer<Letter> {
  const party = db.first(selectParty({ id: rootIdOf(db, partyId) }));
  if (party === undefined) return fail('access.party-not-found', { id: partyId });
  const { officeName, timeZone, letterNames } = siteSettings(db);
  const { entries, more } = entriesAbout(db, party.id);
  const lines = linesOf(entries, { timeZone, who: whoIn(db, letterNames === 'names') });
  const language = (party.shown_language ?? party.language) as Tables['party']['language'];
  return ok({
    party: { id: party.id, name: party.display_name, kind: party.kind },
    language,
    officeName,
    timeZone,
    lines,
    more,
  });
}

function entriesAbout(db: ReadDb, partyId: string): { entries: readonly AuditEntry[]; more: boolean } {
  const entries: AuditEntry[] = [];
  let after: string | undefined;
  while (entries.length < MOST_ENTRIES) {
    const page = auditPage(db, { partyId, kinds: ['changes', 'readings'], after, limit: PAGE });
    if (!page.ok) throw new Error(`the log gave a place that it does not know: ${page.error.code}`);
    entries.push(...page.value.entries);
    if (page.value.next === null) return { entries, more: false };
    after = page.value.next;
  }
  return { entries, more: true };
}

type Who = (userId: string | null) => LetterLine['who'];

/** By the role somebody has now, unless the office gives names. */
const whoIn =
  (db: ReadDb, byName: boolean): Who =>
  (userId) => {
    const user = userId === null ? undefined : db.first(selectUser({ id: userId }));
    return user === undefined
      ? null
      : { role: user.role, roleName: roleNameOf(db, user.role), name: byName ? user.display_name : null };
  };

function linesOf(
  entries: readonly AuditEntry[],
  { timeZone, who }: { readonly timeZone: string; readonly who: Who },
): LetterLine[] {
  const lines = new Map<string, LetterLine>();
  for (const { userId, kind, way, purpose: said, at } of entries) {
    const purpose = said === null ? null : purposeWord(said);
    const told = who(userId);
    const key = JSON.stringify([dayInZone(at, timeZone), told, kind, way, purpose]);
    const known = lines.get(key);
    lines.set(key, {
      from: Math.min(at, known?.from ?? at),
      to: Math.max(at, known?.to ?? at),
      who: told,
      kind: kind === 'readings' ? 'readings' : 'changes',
      way,
      purpose,
      times: (known?.times ?? 0) + 1,
    });
  }
  return [...lines.values()];
}
