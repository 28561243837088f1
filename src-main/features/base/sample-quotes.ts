// Stores the quotes of the sample office: some of its deals were put in writing, and were accepted, declined, revised or left open.

import { addDays } from '@shared/locale/civil';
import type { Language } from '@shared/locale/language';
import { ok, type Failure, type Result } from '@shared/core/result';
import type { ActionContext, CommandContext } from '../../core/context';
import { createDealsService } from '../deals';
import { createQuotesService } from '../quotes';
import { siteToday } from '../settings';

const SAMPLE_QUOTES = 12;
/** What becomes of each, over and over. */
const fates = ['accepted', 'issued', 'draft', 'declined', 'revised', 'issued'] as const;

const fee: Readonly<Record<Language, string>> = { ar: 'رسوم الإصدار', fa: 'هزینه‌ی صدور', en: 'Issuing fee' };
const terms: Readonly<Record<Language, string>> = {
  ar: 'يسري العرض بعد توقيعه من الطرفين. تُدفع القيمة على أربعة أقساط.',
  fa: 'این پیشنهاد پس از امضای دو طرف معتبر است. مبلغ در چهار قسط پرداخت می‌شود.',
  en: 'Valid once both sides have signed. Payable in four instalments.',
};
const declined: Readonly<Record<Language, string>> = {
  ar: 'السعر أعلى من المتوقع',
  fa: 'قیمت بیش از انتظار بود',
  en: 'Dearer than they had expected',
};

export async function storeQuotes(context: ActionContext, groupId: string): Promise<void> {
  const quotes = createQuotesService();
  const listed = await createDealsService().list(context, {
    filter: { states: ['open', 'won'] },
    sort: { by: 'amount', direction: 'descending' },
    limit: SAMPLE_QUOTES,
  });
  const deals = listed.ok ? listed.value.rows.filter(({ amount }) => amount !== null) : [];
  for (const [place, deal] of deals.entries())
    context.commit((work) => storeQuote(work, { quotes, deal, fate: fates[place % fates.length]! }), { groupId });
}

interface Story {
  readonly quotes: ReturnType<typeof createQuotesService>;
  readonly deal: Deal;
  readonly fate: (typeof fates)[number];
}
type Listed = Awaited<ReturnType<ReturnType<typeof createDealsService>['list']>>;
type Deal = Extract<Listed, { ok: true }>['value']['rows'][number];

function storeQuote(work: CommandContext, { quotes, deal, fate }: Story): Result<unknown, Failure> {
  const language = languageOf(deal.title);
  const amount = deal.amount ?? 0;
  const made = quotes.create(work, {
    partyId: deal.party.id,
    dealId: deal.id,
    ownerId: deal.owner?.id ?? null,
    title: deal.title,
    currency: deal.currency,
    language,
    validUntil: addDays(siteToday(work.db, work.at), 30),
    terms: terms[language],
    lines: [
      { text: deal.title, quantity: 1_000_000, unitPrice: Math.round(amount * 0.96), taxIds: [] },
      { text: fee[language], quantity: 1_000_000, unitPrice: Math.round(amount * 0.04), taxIds: [] },
    ],
  });
  if (!made.ok) return made;
  const { id } = made.value;
  if (fate === 'draft') return ok(undefined);
  const issued = quotes.issue(work, { id, payable: Math.round(amount * 0.96) + Math.round(amount * 0.04) });
  if (!issued.ok) return issued;
  if (fate === 'accepted') return quotes.accept(work, { id });
  if (fate === 'declined') return quotes.decline(work, { id, reason: declined[language] });
  return fate === 'revised' ? quotes.revise(work, { id }) : ok(undefined);
}

/** That of its title: what was sold to somebody was written in their language. */
const languageOf = (title: string): Language =>
  /[پچژگکی]/.test(title) ? 'fa' : /[\u0600-\u06ff]/.test(title) ? 'ar' : 'en';
