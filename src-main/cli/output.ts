// What the command line prints: results on stdout, words for people on stderr; with --json one JSON value on stdout.

import type { Failure } from '@shared/core/result';
import { createTranslator, type Translate } from '@shared/locale/translate';

/** A wrong usage: a message id and the thing it names. */
export interface Problem {
  readonly id: string;
  readonly value: string;
}

export interface Output {
  readonly json: boolean;
  readonly t: Translate;
  /** The command's result: `value` as JSON, or the lines for a person. */
  result(value: unknown, lines: readonly string[]): void;
  text(line: string): void;
  /** Progress and notes; never part of the result. */
  note(line: string): void;
  failure(error: Failure): void;
  misuse(problem: Problem): void;
  internal(reference: string): void;
}

export function createOutput({ json, language }: { json: boolean; language: 'ar' | 'fa' | 'en' }): Output {
  const t = createTranslator(language);
  const failure = (error: Failure): void => {
    const message = t(`errors.${error.code}`, plain(error.details));
    if (json) print({ ok: false, error: { code: error.code, message, details: error.details ?? {} } });
    else process.stderr.write(`${message}${reference(error.details)}\n`);
  };
  return {
    json,
    t,
    result(value, lines) {
      if (json) print({ ok: true, value });
      else for (const line of lines) process.stdout.write(`${line}\n`);
    },
    text: (line) => void process.stdout.write(`${line}\n`),
    note: (line) => void process.stderr.write(`${line}\n`),
    failure,
    misuse({ id, value }) {
      const message = `${t(id, { value })} ${t('cli.see-help')}`;
      if (json) print({ ok: false, error: { code: id, message, details: { value } } });
      else process.stderr.write(`${message}\n`);
    },
    internal: (reference) => failure({ code: 'door.internal', details: { reference } }),
  };
}

const print = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`);

/** What a person can read out when they ask for help. */
const reference = (details: Failure['details']): string =>
  typeof details?.['reference'] === 'string' ? ` [${details['reference']}]` : '';

/** Message values may be texts and numbers; anything deeper stays in the details. */
function plain(details: Failure['details']): Record<string, string | number> {
  const entries = Object.entries(details ?? {}).filter(
    ([, value]) => typeof value === 'string' || typeof value === 'number',
  );
  return Object.fromEntries(entries) as Record<string, string | number>;
}
