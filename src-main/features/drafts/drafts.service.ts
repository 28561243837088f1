// Drafts: unfinished typing of one user, kept beside the ledger because it is not yet anything that happened.

import type { draftsContract } from '@shared/features/drafts/drafts.contract';
import { shortenCardNumbers } from '@shared/text/card-number';
import { ok } from '@shared/core/result';
import type { ActionContext, Handlers } from '../../core/context';
import * as statements from './drafts.sql';

export function createDraftsService(): Handlers<typeof draftsContract> {
  return {
    get: ({ db, actor }, { key }) =>
      ok({ value: db.first(statements.selectDraft({ user: actor.userId ?? '', key }))?.value ?? null }),
    async save(context, { key, value }) {
      // Unfinished typing is stored as well: what is kept of a card number is its ends, whatever becomes of the form.
      const kept = shortenCardNumbers(value);
      const row = {
        id: context.ids(),
        user_id: context.actor.userId ?? '',
        key,
        value: kept,
        saved_at: context.clock.now(),
      };
      return write(context, statements.upsertDraft(row));
    },
    clear: async (context, { key }) => write(context, statements.deleteDraft(context.actor.userId ?? '', key)),
  };
}

/** A unit of work without changes to ledger entities leaves no operation behind; `local` lets its rows stay. */
const write = ({ local }: ActionContext, query: Parameters<ActionContext['local']>[0]) => {
  local(query);
  return ok({});
};
