// `audit head|verify|export|events`: the proof of the log. `verify FILE` needs no base.

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AuditExported, AuditVerified, auditContract } from '@shared/features/audit/audit.contract';
import { readHead, shortHead } from '@shared/features/audit/short-head';
import type { OutputOf } from '@shared/core/contract';
import { fileErrorCode } from '../../files';
import { checkLogFile, type LogReport } from '../../ledger';
import { auditEvents } from './audit-events';
import { done, exitCodes, failed, misuse, type Command, type CommandInput, type CommandResult } from '../command';
import { runAsJob } from '../job';
import { withUnlocked } from '../session';

export const audit: Command = async (input) => {
  const [what, file] = input.positionals;
  if (what === 'head') return head(input);
  if (what === 'events') return auditEvents(input);
  if (what === 'verify') return file === undefined ? verifyBase(input) : verifyFile(input, resolve(file));
  return what === 'export' ? exportLog(input) : misuse('cli.audit.what');
};

const head = (input: CommandInput): Promise<CommandResult> =>
  withUnlocked(input, async ({ engine }) => {
    const found = await engine.call('audit.head', {});
    if (!found.ok) return failed(found.error);
    const { operations, short } = found.value as OutputOf<(typeof auditContract)['operations']['head']>;
    input.output.result(found.value, [input.output.t('cli.audit.head', { operations, head: short })]);
    return done;
  });

const verifyBase = (input: CommandInput): Promise<CommandResult> => {
  const { t } = input.output;
  return runAsJob(input, {
    operation: 'audit.verify',
    input: {},
    isGood: ({ sound }: AuditVerified) => sound,
    lines: ({ sound, operations, readings, checkpoints, witnesses, ...report }: AuditVerified) => [
      sound ? t('cli.audit.sound', { operations, readings, checkpoints }) : t('cli.audit.not-sound'),
      ...brokenLines(report),
      ...witnesses.filter(({ agrees }) => !agrees).map(({ folder }) => `  ${folder}`),
      t('cli.audit.copies', { count: witnesses.filter(({ agrees }) => agrees).length }),
    ],
  });
};

const brokenLines = ({
  brokenAt,
  readingsBrokenAt,
  checkpointBrokenAt,
}: Pick<AuditVerified, 'brokenAt' | 'readingsBrokenAt' | 'checkpointBrokenAt'>): string[] =>
  Object.entries({ operation: brokenAt, reading: readingsBrokenAt, checkpoint: checkpointBrokenAt }).flatMap(
    ([what, at]) => (at === null ? [] : [`  ${what} ${at}`]),
  );

const exportLog = async (input: CommandInput): Promise<CommandResult> => {
  const { out, replace } = input.options;
  if (out === undefined) return misuse('cli.option-missing', '--out');
  return runAsJob(input, {
    operation: 'audit.export',
    input: { to: resolve(out), replace },
    lines: (exported: AuditExported) => [
      input.output.t('cli.audit.exported', { ...exported, head: shortHead(exported.head) }),
    ],
  });
};

/** A head on paper, or the one that the manifest of a backup remembers. */
function soughtHead({ options }: CommandInput): string | undefined {
  if (options.head !== undefined) return readHead(options.head);
  if (options.backup === undefined) return undefined;
  const manifest = JSON.parse(readFileSync(join(options.backup, 'manifest.json'), 'utf8')) as {
    audit?: { head?: unknown };
  };
  return String(manifest.audit?.head ?? '');
}

function verifyFile(input: CommandInput, file: string): CommandResult {
  const { output } = input;
  try {
    const sought = soughtHead(input);
    const report = checkLogFile(file, { head: sought });
    const isGood = report.sound && (sought === undefined || report.witness !== null);
    if (!isGood && output.json) return failed({ code: 'cli.log-not-sound', details: { ...report, sought } });
    output.result(report, linesOf(input, report, sought));
    return { kind: 'done', exitCode: isGood ? exitCodes.done : exitCodes.expectedFailure };
  } catch (error) {
    if (fileErrorCode(error) === null && !(error instanceof SyntaxError)) throw error;
    return failed({ code: 'cli.log-unreadable', details: { file } });
  }
}

function linesOf({ output: { t } }: CommandInput, report: LogReport, sought: string | undefined): string[] {
  const { sound, operations, readings, checkpoints, unsigned, findings, more, witness } = report;
  const found = (head: string): string =>
    witness === null ? t('cli.audit.head-missing', { head }) : t('cli.audit.head-found', { head, operation: witness });
  return [
    sound ? t('cli.audit.sound', { operations, readings, checkpoints }) : t('cli.audit.not-sound'),
    ...findings.map(({ line, fault }) => `  ${line}: ${fault}`),
    ...(more > 0 ? [`  + ${more}`] : []),
    ...(unsigned > 0 ? [t('cli.audit.unsigned', { count: unsigned })] : []),
    ...report.keys.map(({ key, user }) => `  ${shortHead(key)} ${user}`),
    ...(sought === undefined ? [] : [found(sought)]),
    t('cli.audit.head', { operations, head: shortHead(report.head) }),
  ];
}
