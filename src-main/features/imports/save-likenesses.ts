// The rows of an import that seemed to be somebody who was there: whom, how sure, why, and what was done with each.

import { fail, type Failure, type Result } from '@shared/core/result';
import type { QueryContext } from '../../core/context';
import type { ReadDb, Tables } from '../../db';
import { openRowFile, type RowFileOptions } from '../../import';
import { rootIdOf } from '../clusters';
import { selectParty } from '../parties';
import { likeRowsOf, type KeptLikeness, type LikeRow } from './likenesses';
import { saveRows, type Target } from './save-rows';

const headings = ['done', 'resembles', 'percent', 'why'] as const;

export async function saveLikenesses(
  context: QueryContext,
  job: Tables['import_job'],
  target: Target,
): Promise<Result<{ rows: number }, Failure>> {
  const rows = new Map(likeRowsOf(context.db, job.id).map((row) => [row.row, row]));
  if (rows.size === 0) return fail('imports.nothing-alike');
  return saveRows(context, target, {
    job,
    open(options) {
      const { translate } = options;
      const said = headings.map((name) => translate(`import.alike.${name}`));
      const file = openRowFile(target.target, {
        ...options,
        sheet: translate('import.alike.sheet'),
        said,
      });
      return { ...file, translate };
    },
    keep(file, row) {
      const like = rows.get(row.row);
      if (like !== undefined) file.add(row, saidOf(context.db, like, file.translate));
    },
  });
}

function saidOf(
  db: ReadDb,
  { done, likenesses }: LikeRow,
  translate: RowFileOptions['translate'],
): (string | number)[] {
  const each = (say: (like: KeptLikeness) => string): string => likenesses.map(say).join(' | ');
  return [
    translate(`import.alike.${done}`),
    each(({ partyId }) => nameOf(db, partyId) ?? translate('import.alike.gone')),
    each(({ percent }) => `${percent} %`),
    each(({ reasons }) => reasons.map((reason) => reasonText(reason, translate)).join('; ')),
  ];
}

/** Of whoever stands for the record by now. */
function nameOf(db: ReadDb, id: string): string | undefined {
  const party = db.first(selectParty({ id: rootIdOf(db, id) }));
  return party === undefined || party.deleted_at !== null ? undefined : party.display_name;
}

const reasonText = (
  { code, scheme }: KeptLikeness['reasons'][number],
  translate: RowFileOptions['translate'],
): string =>
  translate(`duplicates.reason.${code}`, {
    scheme: scheme === undefined ? '' : translate(`catalogue.identifier.scheme.${scheme}`),
  });
