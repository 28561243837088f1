// `quality scan|list`: judges records by the rules of the office, and prints what breaks them.

import type { Finding, QualityScanResult } from '@shared/features/quality/quality.contract';
import { done, failed, misuse, type Command, type CommandInput, type CommandResult } from '../command';
import { runAsJob } from '../job';
import { withUnlocked } from '../session';

export const quality: Command = async (input) => {
  const [what] = input.positionals;
  if (what === 'scan') return scan(input);
  return what === 'list' ? list(input) : misuse('cli.quality.what');
};

const scan = (input: CommandInput): Promise<CommandResult> =>
  runAsJob(input, {
    operation: 'quality.scan',
    input: { full: input.options.full },
    lines: ({ parties, findings }: QualityScanResult) => [input.output.t('cli.quality.scanned', { parties, findings })],
  });

const list = (input: CommandInput): Promise<CommandResult> =>
  withUnlocked(input, async ({ engine }) => {
    const { limit, rule, severity } = input.options;
    const found = await engine.call('quality.list', {
      ...(limit === undefined ? {} : { limit }),
      ...(rule === undefined ? {} : { ruleId: rule }),
      ...(severity === undefined ? {} : { severity }),
    });
    if (!found.ok) return failed(found.error);
    const { findings } = found.value as { findings: Finding[] };
    const lines = findings.map((finding) => lineOf(finding, input.output.t));
    input.output.result(found.value, lines.length === 0 ? [input.output.t('cli.quality.none')] : lines);
    return done;
  });

function lineOf({ rule, party, evidence }: Finding, t: CommandInput['output']['t']): string {
  const severity = t(`catalogue.quality_rule.severity.${rule.severity}`);
  return [severity, rule.name ?? t(`quality.rule.${rule.id}`), party.id, party.name, evidence ?? ''].join('\t');
}
