// What the people of the sample office have said about being written to: a wording in three languages, some who agreed, a few who took it back.

import { languages, type Language } from '@shared/locale/language';
import { ok } from '@shared/core/result';
import type { ActionContext, CommandContext } from '../../core/context';
import { insertConsent, type ConsentRow } from '../consent';
import { insertWording } from '../privacy';

const wordings: Readonly<Record<Language, string>> = {
  ar: 'أوافق على أن تراسلوني بالعروض والنصائح، ويمكنني سحب موافقتي متى شئت.',
  fa: 'موافقم که پیشنهادها و توصیه‌ها برایم فرستاده شود و هر زمان بخواهم می‌توانم رضایتم را پس بگیرم.',
  en: 'I agree to be sent offers and advice, and may take this back at any time.',
};

const DAY_MS = 86_400_000;
const purpose_id = 'marketing';

interface Asked {
  readonly id: string;
  readonly language: Language | null;
}

/** Every third of `people` was asked. */
export function storeConsents({ commit }: ActionContext, groupId: string, people: readonly Asked[]): void {
  const asked = people.filter((_, place) => place % 3 === 0);
  commit(
    (work) => {
      const shown = storeWordings(work);
      for (const [place, person] of asked.entries())
        for (const said of sayingsOf(person, { place, at: work.at, shown })) store(work, person.id, said);
      return ok(undefined);
    },
    { groupId },
  );
}

function storeWordings({ db, ids, at, actor }: CommandContext): ReadonlyMap<Language, string> {
  const shown = new Map<Language, string>();
  for (const language of languages) {
    const row = { id: ids(), purpose_id, language, version: 1, text: wordings[language] };
    db.run(insertWording({ ...row, created_at: at, created_by: actor.userId ?? '' }));
    shown.set(language, row.id);
  }
  return shown;
}

type Said = Pick<ConsentRow, 'action' | 'at' | 'source' | 'wording_id'>;

function sayingsOf(
  { language }: Asked,
  { place, at, shown }: { place: number; at: number; shown: ReadonlyMap<Language, string> },
): Said[] {
  const since = at - (30 + (place % 300)) * DAY_MS;
  const action = place % 11 === 5 ? 'refused' : 'given';
  const first: Said = { action, at: since, source: 'paper', wording_id: shown.get(language ?? 'ar') ?? null };
  if (place % 13 !== 7) return [first];
  return [first, { action: 'withdrawn', at: since + 20 * DAY_MS, source: 'phone', wording_id: null }];
}

function store({ db, ids, actor }: CommandContext, party_id: string, said: Said): void {
  const nothing = { brand: null, given_by: null, evidence: null, attachment_id: null };
  const row = { id: ids(), party_id, purpose_id, channel: 'any', by_id: actor.userId ?? '' } as const;
  db.run(insertConsent({ ...row, ...nothing, ...said }));
}
