// Who leaves the base with an export, for the log of readings.

import { CONTENT, IDENTIFIER, type Reading } from '@shared/core/reads';
import { isAboutPeople, type ExportList } from '@shared/features/exports/exports.contract';
import type { Actor } from '../../access';
import type { JobRun } from '../../jobs';
import { breathe } from './held-still';

/** People in one event: writing them takes some 20 ms. */
const MOST_PEOPLE = 2000;

export interface GivenOut {
  /** Who is in it, where it is a list. */
  readonly parties?: readonly string[];
  /** With the files of everybody. */
  readonly withFiles?: boolean;
}

/** Whether identity numbers go out whole. */
export function numbersIn(what: ExportList, actor: Pick<Actor, 'can'>): boolean {
  const hasNumbers =
    what.list === 'everything' ||
    (what.list === 'parties' && what.columns === undefined) ||
    (what.list === 'entity' && what.entity === 'identifier');
  return hasNumbers && actor.can('parties.read-sensitive');
}

/** Lists name their people; a table as it is kept holds everybody's rows. */
function readingOf(
  what: ExportList,
  { actor, parties = [], withFiles = false }: GivenOut & { readonly actor: Pick<Actor, 'can'> },
): Reading {
  const numbers = numbersIn(what, actor) ? [IDENTIFIER] : [];
  const fields = ['party', ...numbers, ...(withFiles ? [CONTENT] : [])];
  const isWhole = what.list === 'everything' || what.list === 'entity';
  return { way: 'export', fields, of: isWhole ? 'everyone' : { entity: 'party', ids: parties } };
}

/** On the disk when it resolves: to be awaited before the file gets its name. */
export async function noteGivenOut(run: JobRun, what: ExportList, given: GivenOut): Promise<void> {
  if (!isAboutPeople(what)) return;
  const { actor } = run.context;
  const { parties = [] } = given;
  for (let at = 0; at === 0 || at < parties.length; at += MOST_PEOPLE) {
    run.context.noteReading(readingOf(what, { ...given, actor, parties: parties.slice(at, at + MOST_PEOPLE) }), run.id);
    await breathe();
  }
}
