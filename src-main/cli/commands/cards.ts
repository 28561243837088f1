// `cards`: a set of recovery cards made into files to print, typed back, listed, taken away.

import { closeSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CardSet } from '@shared/features/recovery/recovery.contract';
import { ok, type Failure, type Result } from '@shared/core/result';
import { done, failed, misuse, type Command, type CommandInput, type CommandResult } from '../command';
import { openNew, writeAndClose } from '../new-file';
import { cardSheet } from '../paper-sheets';
import { readCards } from '../proof';
import { readPassphrase, withUnlocked } from '../session';

export const cards: Command = async (input) => {
  const act = acts[input.positionals[0] ?? ''];
  return act === undefined ? misuse('cli.cards-what') : act(input);
};

interface Made {
  readonly set: string;
  readonly baseId: string;
  readonly madeAt: number;
  readonly cards: readonly string[];
}

async function make(input: CommandInput): Promise<CommandResult> {
  const { need, of, out, passphraseFile } = input.options;
  if (need === undefined) return misuse('cli.option-missing', '--need');
  if (of === undefined) return misuse('cli.option-missing', '--of');
  if (out === undefined) return misuse('cli.option-missing', '--out');
  if (need < 2 || need > of || of > 15) return misuse('cli.cards-numbers');
  return withUnlocked(input, async ({ engine }) => {
    const opened = openAll(out, of);
    if (!opened.ok) return failed(opened.error);
    const passphrase = readPassphrase(passphraseFile ?? '');
    if (!passphrase.ok) return failed(passphrase.error);
    const made = await engine.call('recovery.makeCards', { needed: need, count: of, passphrase: passphrase.value });
    if (!made.ok) {
      discard(opened.value);
      return failed(made.error);
    }
    const { set, baseId, madeAt, cards: texts } = made.value as Made;
    for (const [index, { file }] of opened.value.entries()) {
      const sheet = { card: texts[index] ?? '', number: index + 1, count: of, needed: need, baseId, madeAt };
      writeAndClose(file, cardSheet(input.output.t, sheet));
    }
    const files = opened.value.map(({ path }) => path);
    input.output.result({ set, files }, [input.output.t('cli.cards.made', { count: of, folder: out })]);
    return done;
  });
}

interface OpenFile {
  readonly path: string;
  readonly file: number;
}

/** Every file before the set is made: a card that cannot be written down would be lost. */
function openAll(folder: string, count: number): Result<OpenFile[], Failure> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const opened: OpenFile[] = [];
  for (let number = 1; number <= count; number += 1) {
    const path = join(folder, `card-${number}.txt`);
    const file = openNew(path);
    if (!file.ok) {
      discard(opened);
      return file;
    }
    opened.push({ path, file: file.value });
  }
  return ok(opened);
}

function discard(opened: readonly OpenFile[]): void {
  for (const { path, file } of opened) {
    closeSync(file);
    rmSync(path, { force: true });
  }
}

async function confirm(input: CommandInput): Promise<CommandResult> {
  const { cardFiles } = input.options;
  if (cardFiles.length === 0) return misuse('cli.option-missing', '--card-file');
  const texts = readCards(cardFiles);
  if (!texts.ok) return failed(texts.error);
  return withUnlocked(input, async ({ engine }) => {
    const confirmed: { left: readonly number[] } = { left: [] };
    for (const [index, card] of texts.value.entries()) {
      const one = await engine.call('recovery.confirmCard', { card });
      if (!one.ok) return failed({ ...one.error, details: { ...one.error.details, at: index + 1 } });
      confirmed.left = (one.value as { left: number[] }).left;
    }
    const { left } = confirmed;
    const { t } = input.output;
    input.output.result({ left }, [
      left.length === 0 ? t('recovery.cards-finished') : t('recovery.cards-left', { numbers: left.join(' ') }),
    ]);
    return done;
  });
}

const list = (input: CommandInput): Promise<CommandResult> =>
  withUnlocked(input, async ({ engine }) => {
    const status = await engine.call('recovery.status', {});
    if (!status.ok) return failed(status.error);
    const { cards: sets } = status.value as { cards: CardSet[] };
    const { t } = input.output;
    const lines = sets.map(
      ({ id, needed, count, left }) =>
        `${id}  ${t('recovery.cards-of', { needed, count })}${left.length === 0 ? '' : ` · ${t('recovery.cards-left', { numbers: left.join(' ') })}`}`,
    );
    input.output.result(sets, lines.length === 0 ? [t('recovery.no-cards')] : lines);
    return done;
  });

const revoke = (input: CommandInput): Promise<CommandResult> =>
  withUnlocked(input, async ({ engine }) => {
    const passphrase = readPassphrase(input.options.passphraseFile ?? '');
    if (!passphrase.ok) return failed(passphrase.error);
    const set = input.positionals[1] ?? '';
    const revoked = await engine.call('recovery.revokeCards', { set, passphrase: passphrase.value });
    if (!revoked.ok) return failed(revoked.error);
    input.output.result({}, [input.output.t('recovery.cards-revoked')]);
    return done;
  });

const acts: Readonly<Record<string, (input: CommandInput) => Promise<CommandResult>>> = { make, confirm, list, revoke };
