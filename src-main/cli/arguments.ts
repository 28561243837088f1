// Reads the arguments strictly: an option nobody knows is wrong usage, never silently ignored.

import { parseArgs } from 'node:util';
import type { Language, Options } from './options';
import type { Problem } from './output';

export type { Options } from './options';

export interface Arguments {
  readonly command: string | undefined;
  readonly positionals: readonly string[];
  readonly options: Options;
  readonly help: boolean;
  readonly problem?: Problem;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const known = {
  base: text,
  user: text,
  'passphrase-file': text,
  'package-passphrase-file': text,
  'encrypt-to': { type: 'string', multiple: true },
  plain: flag,
  'recovery-out': text,
  'recovery-code-file': text,
  'card-file': { type: 'string', multiple: true },
  recipient: text,
  approval: text,
  out: text,
  need: text,
  of: text,
  json: flag,
  lang: text,
  language: text,
  sample: flag,
  stdin: flag,
  'dry-run': flag,
  resume: flag,
  quick: flag,
  full: flag,
  plan: flag,
  request: text,
  input: text,
  into: text,
  mapping: text,
  'mapping-name': text,
  'save-mapping': text,
  policy: text,
  existing: text,
  'reject-out': text,
  'rejected-out': text,
  'alike-out': text,
  to: text,
  from: text,
  for: text,
  text,
  kind: text,
  label: text,
  'as-of': text,
  country: text,
  band: text,
  everything: flag,
  list: text,
  filter: text,
  view: text,
  columns: text,
  format: text,
  calendar: text,
  cards: text,
  'no-bom': flag,
  replace: flag,
  head: text,
  backup: text,
  party: text,
  rule: text,
  severity: text,
  purpose: text,
  'purpose-words': text,
  channel: text,
  book: text,
  on: text,
  brand: text,
  said: text,
  source: text,
  evidence: text,
  reason: text,
  words: text,
  verdict: text,
  month: text,
  unreviewed: flag,
  period: text,
  pipeline: text,
  owner: text,
  unit: text,
  currency: text,
  figure: text,
  delta: text,
  metric: text,
  target: text,
  name: text,
  phone: text,
  email: text,
  interest: text,
  title: text,
  amount: text,
  state: text,
  response: text,
  by: text,
  subject: text,
  due: text,
  repeat: text,
  theirs: flag,
  limit: text,
  parties: text,
  activities: text,
  seed: text,
  help: flag,
} as const;

export function readArguments(argv: readonly string[]): Arguments {
  const parsed = parse(argv);
  if (!parsed.ok)
    return {
      command: undefined,
      positionals: [],
      options: { ...defaults, json: argv.includes('--json') },
      help: false,
      problem: { id: 'cli.unknown-option', value: parsed.message },
    };
  const { values, positionals } = parsed;
  const options = optionsOf(values);
  const common = { command: positionals[0], positionals: positionals.slice(1), options, help: values.help ?? false };
  const wrong = (['limit', 'parties', 'activities', 'seed', 'need', 'of', 'amount'] as const).find((name) =>
    Number.isNaN(options[name]),
  );
  if (wrong !== undefined) return { ...common, problem: { id: 'cli.number-expected', value: `--${wrong}` } };
  const language = values.lang ?? values.language;
  if (language !== undefined && !isLanguage(language))
    return { ...common, problem: { id: 'cli.unknown-language', value: language } };
  return common;
}

type Values = Extract<ReturnType<typeof parse>, { ok: true }>['values'];

const fileOptions = (values: Values): Pick<Options, 'forId' | 'text' | 'kind' | 'label'> => ({
  forId: values.for,
  text: values.text,
  kind: values.kind,
  label: values.label,
});

const paperOptions = (values: Values) => ({
  recoveryCodeFile: values['recovery-code-file'],
  cardFiles: values['card-file'] ?? [],
  recipient: values.recipient,
  approval: values.approval,
  out: values.out,
  encryptTo: values['encrypt-to'] ?? [],
  plain: values.plain ?? false,
});

const judgedOptions = (values: Values): Pick<Options, 'band' | 'rule' | 'severity'> => ({
  band: values.band,
  rule: values.rule,
  severity: values.severity,
});

const saidOptions = ({ purpose, channel, brand, book, on, said, source, evidence, reason, ...values }: Values) => ({
  book,
  on,
  purpose,
  purposeWords: values['purpose-words'],
  channel,
  brand,
  said,
  source,
  evidence,
  reason,
});

const watchedOptions = (values: Values) => ({
  words: values.words,
  verdict: values.verdict,
  month: values.month,
  due: values.due,
  repeat: values.repeat,
  theirs: values.theirs ?? false,
  unreviewed: values.unreviewed ?? false,
  head: values.head,
  backup: values.backup,
  party: values.party,
});

const salesOptions = (values: Values) => ({
  name: values.name,
  phone: values.phone,
  email: values.email,
  interest: values.interest,
  title: values.title,
  amount: count(values.amount),
  state: values.state,
  response: values.response,
  by: values.by,
  subject: values.subject,
});

function optionsOf(values: Values): Options {
  const language = values.lang ?? values.language;
  return {
    base: values.base,
    user: values.user,
    passphraseFile: values['passphrase-file'],
    recoveryOut: values['recovery-out'],
    ...paperOptions(values),
    json: values.json ?? false,
    language: isLanguage(language) ? language : 'en',
    namedLanguage: isLanguage(language) ? language : undefined,
    sample: values.sample ?? false,
    stdin: values.stdin ?? false,
    dryRun: values['dry-run'] ?? false,
    resume: values.resume ?? false,
    quick: values.quick ?? false,
    full: values.full ?? false,
    plan: values.plan ?? false,
    request: values.request,
    input: values.input,
    ...importOptionsOf(values),
    to: values.to,
    from: values.from,
    ...fileOptions(values),
    asOf: values['as-of'] === undefined ? undefined : Date.parse(values['as-of']),
    country: values.country,
    ...judgedOptions(values),
    ...watchedOptions(values),
    ...saidOptions(values),
    ...salesOptions(values),
    ...exportOptionsOf(values),
    ...expectedOptions(values),
    ...countsOf(values),
  };
}

const importOptionsOf = (values: Values) => ({
  into: values.into,
  mapping: values.mapping,
  mappingName: values['mapping-name'],
  saveMapping: values['save-mapping'],
  policy: values.policy,
  existing: values.existing,
  rejectedOut: values['reject-out'] ?? values['rejected-out'],
  alikeOut: values['alike-out'],
});

const expectedOptions = ({ period, pipeline, owner, unit, currency, figure, delta, metric, target }: Values) => ({
  period,
  pipeline,
  owner,
  unit,
  currency,
  figure,
  delta,
  metric,
  target,
});

const countsOf = (values: Values) => ({
  need: count(values.need),
  of: count(values.of),
  limit: count(values.limit),
  parties: count(values.parties),
  activities: count(values.activities),
  seed: count(values.seed),
});

const exportOptionsOf = (values: Values) => ({
  everything: values.everything ?? false,
  list: values.list,
  filter: values.filter,
  view: values.view,
  columns: values.columns,
  format: values.format,
  calendar: values.calendar,
  cards: values.cards,
  noMark: values['no-bom'] ?? false,
  packagePassphraseFile: values['package-passphrase-file'],
  replace: values.replace ?? false,
});

const defaults: Options = {
  json: false,
  language: 'en',
  sample: false,
  stdin: false,
  dryRun: false,
  resume: false,
  quick: false,
  full: false,
  plan: false,
  cardFiles: [],
  encryptTo: [],
  plain: false,
  everything: false,
  noMark: false,
  replace: false,
  unreviewed: false,
  theirs: false,
};

function parse(argv: readonly string[]) {
  try {
    return {
      ok: true,
      ...parseArgs({ args: [...argv], options: known, allowPositionals: true, strict: true }),
    } as const;
  } catch (error) {
    if (error instanceof TypeError) return { ok: false, message: error.message.split('.')[0] ?? '' } as const;
    throw error;
  }
}

const isLanguage = (value: string | undefined): value is Language => value === 'ar' || value === 'fa' || value === 'en';

const count = (value: string | undefined): number | undefined =>
  value === undefined ? undefined : /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
