// `quotes`: listed, shown, made, issued, answered and put on paper; `numbers check` for a number that was read out.

import type { Quote, QuoteRow } from '@shared/features/quotes/quote';
import { shownStates } from '@shared/features/quotes/quote';
import type { Paper } from '@shared/paper/paper';
import { majorUnits } from '@shared/locale/money';
import { fail } from '@shared/core/result';
import { done, exitCodes, failed, misuse, type Command, type CommandInput, type CommandResult } from '../command';
import { readInput, withUnlocked } from '../session';
import { jsonOf, printTo } from './paper';

export const quotes: Command = async (input) => {
  const [act = '', id] = input.positionals;
  const run = acts[act];
  if (run === undefined) return misuse('cli.quotes.what');
  return run.needsId && id === undefined ? misuse('cli.quotes.which') : run.run(input, id ?? '');
};

type Run = (input: CommandInput, id: string) => Promise<CommandResult>;

const list: Run = (input) =>
  withUnlocked(input, async ({ engine }) => {
    const { party, kind, limit } = input.options;
    const state = shownStates.find((one) => one === kind);
    if (kind !== undefined && state === undefined) return misuse('cli.quotes.state', shownStates.join(', '));
    const filter = { ...(party === undefined ? {} : { partyId: party }), ...(state === undefined ? {} : { state }) };
    const listed = await engine.call('quotes.list', { filter, ...(limit === undefined ? {} : { limit }) });
    if (!listed.ok) return failed(listed.error);
    const { rows } = listed.value as { rows: QuoteRow[] };
    const { t } = input.output;
    input.output.result(rows, rows.length === 0 ? [t('cli.quotes.none')] : rows.map((row) => lineOf(input, row)));
    return done;
  });

function lineOf({ output: { t } }: CommandInput, row: QuoteRow): string {
  const number = row.number ?? '—';
  const amount = `${majorUnits(row.payable, row.currency)} ${row.currency}`;
  return `${row.id}  ${number}  ${t(`quotes.state.${row.state}`)}  ${amount}  ${row.party.name}: ${row.title}`;
}

const show: Run = (input, id) =>
  withUnlocked(input, async ({ engine }) => {
    const found = await engine.call('quotes.get', { id });
    if (!found.ok) return failed(found.error);
    const quote = found.value as Quote;
    const [version] = quote.versions;
    const lines = (version?.lines ?? []).map(
      (line, place) => `${place + 1}. ${line.text}  ${majorUnits(line.list - line.lineDiscount, quote.currency)}`,
    );
    input.output.result(quote, [lineOf(input, quote), ...lines]);
    return done;
  });

const create: Run = (input) => {
  const { input: file } = input.options;
  if (file === undefined) return Promise.resolve(misuse('cli.option-missing', '--input'));
  const content = readInput(file);
  if (!content.ok) return Promise.resolve(failed(content.error));
  const draft = jsonOf(content.value);
  if (draft === undefined) return Promise.resolve(failed(fail('cli.not-json').error));
  return withUnlocked(input, async ({ engine }) => {
    const made = await engine.call('quotes.create', draft);
    if (!made.ok) return failed(made.error);
    const { id } = made.value as { id: string };
    input.output.result(made.value, [id]);
    return done;
  });
};

const issue: Run = (input, id) =>
  withUnlocked(input, async ({ engine }) => {
    const found = await engine.call('quotes.get', { id });
    if (!found.ok) return failed(found.error);
    const issued = await engine.call('quotes.issue', { id, payable: (found.value as Quote).payable });
    if (!issued.ok) return failed(issued.error);
    input.output.result(issued.value, [(issued.value as { number: string }).number]);
    return done;
  });

const answer =
  (operation: string): Run =>
  (input, id) =>
    withUnlocked(input, async ({ engine }) => {
      const { reason } = input.options;
      const answered = await engine.call(operation, { id, ...(reason === undefined ? {} : { reason }) });
      if (!answered.ok) return failed(answered.error);
      input.output.result(answered.value, [input.output.t('cli.quotes.done')]);
      return done;
    });

const pdf: Run = (input, id) => {
  const { out } = input.options;
  if (out === undefined) return Promise.resolve(misuse('cli.option-missing', '--out'));
  return withUnlocked(input, async ({ engine }) => {
    const given = await engine.call('quotes.paper', { id });
    return given.ok ? printTo(input, (given.value as { paper: Paper }).paper, out) : failed(given.error);
  });
};

const acts: Readonly<Record<string, { readonly run: Run; readonly needsId: boolean }>> = {
  list: { run: list, needsId: false },
  create: { run: create, needsId: false },
  show: { run: show, needsId: true },
  issue: { run: issue, needsId: true },
  pdf: { run: pdf, needsId: true },
  revise: { run: answer('quotes.revise'), needsId: true },
  accept: { run: answer('quotes.accept'), needsId: true },
  decline: { run: answer('quotes.decline'), needsId: true },
  withdraw: { run: answer('quotes.withdraw'), needsId: true },
};

/** Ends with 1 when a digit was misread, or it is no such number. */
export const numbers: Command = async (input) => {
  const [act, ...words] = input.positionals;
  if (act !== 'check' || words.length === 0) return misuse('cli.numbers.what');
  return withUnlocked(input, async ({ engine }) => {
    const checked = await engine.call('numbers.check', { text: words.join(' ') });
    if (!checked.ok) return failed(checked.error);
    const { verdict, number, quoteId } = checked.value as {
      verdict: string;
      number: string | null;
      quoteId: string | null;
    };
    const told = input.output.t(`cli.numbers.${verdict}`, { number: number ?? '', id: quoteId ?? '—' });
    input.output.result(checked.value, [told]);
    return { kind: 'done', exitCode: verdict === 'right' ? exitCodes.done : exitCodes.expectedFailure };
  });
};
