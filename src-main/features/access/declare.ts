// Saying why one looks, when the door has asked it: the log keeps the word, and beside it what was added, which can be emptied.

import type { accessContract } from '@shared/features/access/access.contract';
import type { Answer, InputOf } from '@shared/core/contract';
import { declaredPurpose } from '@shared/core/purpose';
import { fail, ok } from '@shared/core/result';
import { cleanLine } from '@shared/text/clean';
import type { Actor } from '../../access';
import type { ActionContext } from '../../core/context';
import { siteSettings } from '../settings';

/** Whom, or which kind of looks, somebody has to say it for. */
export interface Wanted {
  readonly userId: string;
  readonly keys: readonly string[];
}

/** What the engine remembers of it. */
export interface PurposeDesk {
  /** What the door has asked this person under an id. */
  asked(actor: Pick<Actor, 'userId'>, id: string): Wanted | undefined;
  declare(wanted: Wanted, said: { readonly purpose: string; readonly minutes: number }): void;
}

type Declare = (typeof accessContract)['operations']['declare'];
export type DeclaredPurpose = InputOf<Declare>;

export async function declarePurpose(
  { actor, clock, db, commit }: ActionContext,
  { asked, purpose, words = '' }: DeclaredPurpose,
  desk: PurposeDesk,
): Promise<Answer<Declare>> {
  const wanted = desk.asked(actor, asked);
  if (wanted === undefined) return fail('access.nothing-asked');
  const added = cleanLine(words);
  if (purpose === 'other' && added === '') return fail('access.words-missing');
  const written = commit<string, never>(({ operationId }) => ok(operationId), {
    always: true,
    details: { purpose },
    ...(added === '' ? {} : { reason: added }),
  });
  if (!written.ok) return written;
  const { purposeMinutes: minutes } = siteSettings(db);
  desk.declare(wanted, { purpose: declaredPurpose(purpose, written.value), minutes });
  return ok({ until: clock.now() + minutes * 60_000 });
}
