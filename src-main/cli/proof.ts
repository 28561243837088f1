// What a person opens a base with on the command line: files, so that no secret stands among the arguments where others can read it.

import { err, ok, type Failure, type Result } from '@shared/core/result';
import { failed, misuse, type CommandInput, type CommandResult } from './command';
import type { Problem } from './output';
import { readInput, readPassphrase } from './session';

export type PaperFields = { readonly recoveryCode: string } | { readonly cards: readonly string[] };
export type ProofFields = { readonly passphrase: string } | PaperFields;
type Read<T> = Result<T, Failure | Misuse>;

export interface Misuse {
  readonly misuse: Problem;
}

/** How a command ends that was not given what it needs. */
export const notGiven = (error: Failure | Misuse): CommandResult =>
  'misuse' in error ? misuse(error.misuse.id, error.misuse.value) : failed(error);

/** `--passphrase-file`, `--recovery-code-file`, or `--card-file` as often as there are cards: one of the three ways. */
export function readProof(input: CommandInput): Read<ProofFields> {
  const { passphraseFile, recoveryCodeFile, cardFiles } = input.options;
  if (recoveryCodeFile !== undefined || cardFiles.length > 0)
    return passphraseFile === undefined ? readPaper(input) : misused('cli.one-way', '--passphrase-file');
  if (passphraseFile === undefined) return misused('cli.option-missing', '--passphrase-file');
  const passphrase = readPassphrase(passphraseFile);
  return passphrase.ok ? ok({ passphrase: passphrase.value }) : passphrase;
}

export function readPaper({ options: { recoveryCodeFile, cardFiles } }: CommandInput): Read<PaperFields> {
  if (recoveryCodeFile !== undefined && cardFiles.length > 0) return misused('cli.one-way', '--recovery-code-file');
  if (recoveryCodeFile !== undefined) {
    const text = readInput(recoveryCodeFile);
    return text.ok ? ok({ recoveryCode: groupsIn(text.value) }) : text;
  }
  if (cardFiles.length === 0) return misused('cli.option-missing', '--recovery-code-file');
  const cards = readCards(cardFiles);
  return cards.ok ? ok({ cards: cards.value }) : cards;
}

export function readCards(files: readonly string[]): Result<string[], Failure> {
  const cards: string[] = [];
  for (const file of files) {
    const text = readInput(file);
    if (!text.ok) return text;
    cards.push(groupsIn(text.value));
  }
  return ok(cards);
}

/** A sheet has words around its groups: the lines that are nothing but groups are the secret. */
function groupsIn(text: string): string {
  const lines = text.split(/\r?\n/).filter((line) => /^[\s\p{Nd}]*\p{Nd}{6}[\s\p{Nd}]*$/u.test(line));
  return (lines.length === 0 ? text : lines.join(' ')).slice(0, 200).trim();
}

const misused = (id: string, value: string) => err({ misuse: { id, value } });
