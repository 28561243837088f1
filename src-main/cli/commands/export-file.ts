// `export`: a list as the window filters it, an entity of the catalogue or everything, to one file; its path and counts as JSON.

import { resolve } from 'node:path';
import { exportedEntities } from '@shared/catalogue';
import {
  exportFormats,
  ExportList,
  ExportOptions,
  type ExitDrill,
  type ExitPackage,
  type Exported,
} from '@shared/features/exports/exports.contract';
import { partyColumns, type SavedView } from '@shared/features/views/views.contract';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { Engine } from '../../engine/engine';
import { failed, misuse, type Command, type CommandInput, type CommandResult } from '../command';
import { runAsJob, throughJob, watchJobs } from '../job';
import { lockOf, packagePassphrase } from '../export-lock';
import { readInput, withUnlocked } from '../session';

const lists = ['parties', 'activities', 'relationships', 'forecast'] as const;

export const exportFile: Command = async (input) => {
  const { everything, list, filter, out, format, language } = input.options;
  if (out === undefined) return misuse('cli.option-missing', '--out');
  const entities = exportedEntities.map(({ key }) => key);
  if (everything === (list !== undefined)) return misuse('cli.export.what', [...lists, ...entities].join('|'));
  if (format === 'exit') return everything ? leave(input, resolve(out)) : misuse('cli.export.exit');
  if (!exportFormats.some((known) => known === format))
    return misuse('cli.export.format', [...exportFormats, 'exit'].join('|'));
  const options = ExportOptions.safeParse({
    format,
    language,
    calendar: input.options.calendar ?? 'gregory',
    byteOrderMark: !input.options.noMark,
    cards: input.options.cards ?? '3.0',
  });
  if (!options.success) return misuse('cli.unknown-option', '--calendar, --cards');
  const chosen = filter === undefined ? {} : jsonOf(filter);
  if (chosen === null) return misuse('cli.export.filter', filter);
  const watch = watchJobs(input);
  return withUnlocked(
    input,
    async (hosted): Promise<CommandResult> => {
      const what = await whatOf(input, hosted.engine, chosen);
      if (!what.ok) return what.error.code === 'cli.misuse' ? misuse('cli.export.filter', filter) : failed(what.error);
      const lock = await lockOf(input, hosted.engine);
      if (!lock.ok) return failed(lock.error);
      const { replace } = input.options;
      const wish = { what: what.value, options: options.data, to: resolve(out), replace, ...lock.value };
      const lines = ({ path, rows }: Exported): string[] => [input.output.t('cli.export.done', { path, rows })];
      return throughJob(input, { operation: 'exports.make', input: wish, lines }, { hosted, watch });
    },
    { onJob: watch.onJob },
  );
};

/** The exit package: a new folder with everything. */
async function leave(input: CommandInput, to: string): Promise<CommandResult> {
  const { t, note } = input.output;
  const watch = watchJobs(input);
  return withUnlocked(
    input,
    async (hosted) => {
      const lock = await lockOf(input, hosted.engine);
      if (!lock.ok) return failed(lock.error);
      if (Object.keys(lock.value).length === 0) note(t('exports.exit.open'));
      const wish = { to, language: input.options.language, ...lock.value };
      const lines = ({ path, rows }: ExitPackage): string[] => [t('cli.export.done', { path, rows })];
      return throughJob(input, { operation: 'exports.makeExit', input: wish, lines }, { hosted, watch });
    },
    { onJob: watch.onJob },
  );
}

/** `exit-drill`: everything taken out, loaded into an empty base and compared; exit code 1 when anything differs. */
export const exitDrill: Command = async (input) => {
  const { from } = input.options;
  const { t } = input.output;
  const lines = ({ sound, compared, findings }: ExitDrill): string[] => [
    t(sound ? 'cli.exit-drill.sound' : 'cli.exit-drill.not-sound', { compared }),
    ...findings.map(({ kind, table, row, detail }) => `  ${[kind, table, row, detail].filter(Boolean).join(' ')}`),
  ];
  const isGood = ({ sound }: ExitDrill): boolean => sound;
  const locked = packagePassphrase(input);
  if (!locked.ok) return failed(locked.error);
  const wish = from === undefined ? {} : { from: resolve(from), ...locked.value };
  return runAsJob(input, { operation: 'exports.drill', input: wish, lines, isGood });
};

/** JSON as it stands, or from a file; null when it is neither. */
function jsonOf(text: string): unknown {
  const trimmed = text.trim();
  const source = trimmed.startsWith('{') ? ok(trimmed) : readInput(text);
  if (!source.ok) return null;
  try {
    return JSON.parse(source.value) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

async function whatOf(
  { options }: CommandInput,
  engine: Engine,
  filter: unknown,
): Promise<Result<ExportList, Failure>> {
  const { list, view, columns } = options;
  if (options.everything) return ok({ list: 'everything' });
  if (!lists.some((known) => known === list)) return parsed({ list: 'entity', entity: list });
  if (list !== 'parties') return parsed({ list, ...(list === 'activities' || list === 'forecast' ? { filter } : {}) });
  const saved = view === undefined ? ok(null) : await viewNamed(engine, view);
  if (!saved.ok) return saved;
  const shown = saved.value?.definition;
  const asShown = columns === 'shown' ? { columns: shown?.columns ?? [...partyColumns] } : {};
  const query =
    shown === undefined ? { filter } : { filter: { ...shown.filter, ...(filter as object) }, sort: shown.sort };
  return parsed({ list, ...query, ...asShown });
}

function parsed(what: unknown): Result<ExportList, Failure> {
  const checked = ExportList.safeParse(what);
  return checked.success ? ok(checked.data) : fail('cli.misuse');
}

async function viewNamed(engine: Engine, name: string): Promise<Result<SavedView, Failure>> {
  const views = await engine.call('views.list', { list: 'parties' });
  if (!views.ok) return views;
  const found = (views.value as { views: SavedView[] }).views.find((view) => view.name === name);
  return found === undefined ? fail('exports.view-unknown', { value: name }) : ok(found);
}
