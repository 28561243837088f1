// Saved views: private to their owner or shared with the office; only the owner changes one.

import { ViewDefinition, type SavedView, type viewsContract } from '@shared/features/views/views.contract';
import { fail, ok } from '@shared/core/result';
import { cleanLine } from '@shared/text/clean';
import type { Handlers } from '../../core/context';
import type { Tables } from '../../db';
import * as statements from './views.sql';

export function createViewsService(): Handlers<typeof viewsContract> {
  return {
    list({ db, actor }, { list }) {
      const rows = db.all(statements.selectViews({ list, user: actor.userId ?? '' }));
      return ok({ views: rows.flatMap((row) => viewOf(row, actor.userId)) });
    },
    save({ db, ids, actor, at }, { id, list, name, shared, definition }) {
      const values = { name: cleanLine(name), shared: shared ? 1 : 0, definition: JSON.stringify(definition) };
      if (id === undefined) {
        const row = { id: ids(), owner_id: actor.userId ?? '', list, created_at: at, ...values };
        db.run(statements.insertView(row));
        return ok({ id: row.id });
      }
      const view = db.first(statements.selectView({ id }));
      if (view === undefined) return fail('views.not-found', { id });
      if (view.owner_id !== actor.userId) return fail('views.not-yours');
      db.run(statements.updateView(id, values));
      return ok({ id });
    },
    remove({ db, actor }, { id }) {
      const view = db.first(statements.selectView({ id }));
      if (view === undefined) return fail('views.not-found', { id });
      if (view.owner_id !== actor.userId) return fail('views.not-yours');
      db.run(statements.deleteView({ id }));
      return ok({ id });
    },
  };
}

/** A view whose definition an older program wrote and this one no longer reads is left out, not broken. */
function viewOf(row: Tables['saved_view'], userId: string | null): SavedView[] {
  const definition = ViewDefinition.safeParse(JSON.parse(row.definition));
  if (!definition.success) return [];
  return [
    {
      id: row.id,
      name: row.name,
      shared: row.shared === 1,
      mine: row.owner_id === userId,
      definition: definition.data,
    },
  ];
}
