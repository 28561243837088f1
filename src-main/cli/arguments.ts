// Reads the arguments strictly: an option nobody knows is wrong usage, never silently ignored.

import { parseArgs } from 'node:util';
import type { Problem } from './output';

type Language = 'ar' | 'fa' | 'en';

export interface Options {
  readonly base?: string | undefined;
  readonly user?: string | undefined;
  readonly passphraseFile?: string | undefined;
  /** Of a file that leaves the base encrypted. */
  readonly packagePassphraseFile?: string | undefined;
  /** Names, ids or keys of the register of recipients. */
  readonly encryptTo: readonly string[];
  readonly plain: boolean;
  readonly recoveryOut?: string | undefined;
  readonly recoveryCodeFile?: string | undefined;
  /** One for each card, in any order. */
  readonly cardFiles: readonly string[];
  readonly recipient?: string | undefined;
  /** The request that was approved. */
  readonly approval?: string | undefined;
  /** A file or folder that must not hold it yet. */
  readonly out?: string | undefined;
  readonly need?: number | undefined;
  readonly of?: number | undefined;
  readonly json: boolean;
  readonly language: Language;
  /** Only when it was named. */
  readonly namedLanguage?: Language | undefined;
  readonly sample: boolean;
  readonly stdin: boolean;
  readonly dryRun: boolean;
  readonly resume: boolean;
  readonly quick: boolean;
  readonly full: boolean;
  /** Tell what would be done, and do nothing. */
  readonly plan: boolean;
  /** Id of a privacy request. */
  readonly request?: string | undefined;
  readonly input?: string | undefined;
  readonly into?: string | undefined;
  readonly mapping?: string | undefined;
  readonly mappingName?: string | undefined;
  readonly saveMapping?: string | undefined;
  readonly policy?: string | undefined;
  readonly existing?: string | undefined;
  readonly rejectedOut?: string | undefined;
  readonly alikeOut?: string | undefined;
  readonly to?: string | undefined;
  readonly from?: string | undefined;
  readonly forId?: string | undefined;
  readonly text?: string | undefined;
  readonly kind?: string | undefined;
  readonly label?: string | undefined;
  /** ms UTC; not a number when the text is no time. */
  readonly asOf?: number | undefined;
  readonly country?: string | undefined;
  readonly band?: string | undefined;
  readonly everything: boolean;
  readonly list?: string | undefined;
  readonly filter?: string | undefined;
  readonly view?: string | undefined;
  readonly columns?: string | undefined;
  readonly format?: string | undefined;
  readonly calendar?: string | undefined;
  readonly cards?: string | undefined;
  readonly noMark: boolean;
  readonly replace: boolean;
  /** Of the log, as it was printed. */
  readonly head?: string | undefined;
  /** A backup that remembers a head of the log. */
  readonly backup?: string | undefined;
  readonly party?: string | undefined;
  readonly rule?: string | undefined;
  readonly severity?: string | undefined;
  /** Of consent, of a request for approval, or of a look. */
  readonly purpose?: string | undefined;
  readonly purposeWords?: string | undefined;
  readonly channel?: string | undefined;
  /** Name or id of a price book. */
  readonly book?: string | undefined;
  /** YYYY-MM-DD. */
  readonly on?: string | undefined;
  readonly brand?: string | undefined;
  readonly said?: string | undefined;
  readonly source?: string | undefined;
  readonly evidence?: string | undefined;
  readonly reason?: string | undefined;
  /** What somebody has to say about it. */
  readonly words?: string | undefined;
  readonly verdict?: string | undefined;
  /** YYYY-MM. */
  readonly month?: string | undefined;
  readonly unreviewed: boolean;
  /** A fiscal year, quarter or month. */
  readonly period?: string | undefined;
  readonly pipeline?: string | undefined;
  readonly owner?: string | undefined;
  readonly unit?: string | undefined;
  readonly currency?: string | undefined;
  readonly figure?: string | undefined;
  readonly delta?: string | undefined;
  readonly metric?: string | undefined;
  readonly target?: string | undefined;
  readonly limit?: number | undefined;
  readonly parties?: number | undefined;
  readonly activities?: number | undefined;
  readonly seed?: number | undefined;
}

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
  const wrong = (['limit', 'parties', 'activities', 'seed', 'need', 'of'] as const).find((name) =>
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
  unreviewed: values.unreviewed ?? false,
  head: values.head,
  backup: values.backup,
  party: values.party,
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
  value === undefined ? undefined : /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
