// `verify`: integrity, ledger, audit chain and counts. Exit 1 when anything is not as it should be.

import type { z } from 'zod';
import type { baseContract } from '@shared/features/base/base.contract';
import { exitCodes, failed, type Command } from '../command';
import { withUnlocked } from '../session';

type Verification = z.infer<(typeof baseContract)['operations']['verify']['output']>;

export const verify: Command = (input) =>
  withUnlocked(input, async ({ engine }) => {
    const verified = await engine.call('base.verify', { quick: input.options.quick });
    if (!verified.ok) return failed(verified.error);
    const report = verified.value as Verification;
    const { t } = input.output;
    if (!report.sound && input.output.json) return failed({ code: 'base.not-sound', details: report });
    const counts = Object.entries(report.counts).map(([table, count]) => `  ${table} ${count}`);
    const findings = report.findings.map((finding) => `  ${finding.check}: ${finding.detail}`);
    const head = report.sound
      ? t('cli.verify.sound', { operations: report.chain.operations })
      : t('cli.verify.not-sound');
    input.output.result(report, [head, ...findings, ...counts, `  chain ${report.chain.head}`]);
    return { kind: 'done', exitCode: report.sound ? exitCodes.done : exitCodes.expectedFailure };
  });
