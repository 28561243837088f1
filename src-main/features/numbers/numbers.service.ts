// Numbers of documents: each device counts in a series of its own, without a gap, because a number is given in the same step in which
// its document is stored; and what somebody reads out is held against its check digit.

import { allSeries, formatDocumentNumber, readDocumentNumber } from '@shared/features/numbers/document-number';
import type { DocumentNumber } from '@shared/features/numbers/document-number';
import type { numbersContract } from '@shared/features/numbers/numbers.contract';
import { ok } from '@shared/core/result';
import type { CommandContext, Handlers } from '../../core/context';
import * as statements from './numbers.sql';

export const createNumbersService = (): Handlers<typeof numbersContract> => ({
  check({ db }, { text }) {
    const read = readDocumentNumber(text);
    if (read === null) return ok({ verdict: 'none', number: null, quoteId: null });
    if (read === 'wrong') return ok({ verdict: 'wrong', number: null, quoteId: null });
    const quoteId = db.first(statements.selectNumbered({ ...read }))?.id ?? null;
    return ok({ verdict: 'right', number: formatDocumentNumber(read), quoteId });
  },
});

/** The next number of this device, within the unit of work that stores what bears it; null when every series is another device's. */
export function nextNumber(context: CommandContext): DocumentNumber | null {
  const series = ownSeries(context);
  if (series === null) return null;
  const last = context.db.first(statements.selectLastCounter({ series }))?.counter ?? 0;
  return { series, counter: last + 1 };
}

/** That of this device, or one that no other device has, taken by its id so that two without a connection seldom take the same. */
function ownSeries({ db, ids, at }: CommandContext): string | null {
  const device_id = db.first(statements.selectDevice({}))?.value ?? '';
  const own = db.first(statements.selectSeriesOf({ device: device_id }));
  if (own !== undefined) return own.code;
  const taken = new Set(db.all(statements.selectCodes({})).map(({ code }) => code));
  const free = allSeries.filter((code) => !taken.has(code));
  const code = free[sumOf(device_id) % Math.max(1, free.length)];
  if (code === undefined) return null;
  db.run(statements.insertSeries({ id: ids(), code, device_id, created_at: at }));
  return code;
}

const sumOf = (text: string): number => [...text].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 1_000_003, 7);
