// `consent list|record|withdraw|may PARTY`: what somebody said about being contacted, and whether they may be.

import type { ConsentOfPurpose } from '@shared/features/consent/consent.contract';
import { done, failed, misuse, type Command, type CommandInput, type CommandResult } from '../command';
import { withUnlocked } from '../session';

type Asked = CommandInput & { readonly partyId: string };

export const consent: Command = async (input) => {
  const [what, partyId] = input.positionals;
  if (partyId === undefined) return misuse('cli.consent.what');
  if (what === 'list') return list({ ...input, partyId });
  if (what === 'record' || what === 'withdraw') return write({ ...input, partyId }, what);
  return what === 'may' ? may({ ...input, partyId }) : misuse('cli.consent.what');
};

const list = (input: Asked): Promise<CommandResult> =>
  withUnlocked(input, async ({ engine }) => {
    const found = await engine.call('consent.list', { partyId: input.partyId });
    if (!found.ok) return failed(found.error);
    const { purposes } = found.value as { purposes: ConsentOfPurpose[] };
    const lines = purposes.flatMap((purpose) => linesOf(purpose, input));
    input.output.result(found.value, lines.length === 0 ? [input.output.t('cli.consent.none')] : lines);
    return done;
  });

function linesOf({ id, names, holding }: ConsentOfPurpose, { output: { t }, options }: CommandInput): string[] {
  const words = names?.[options.language] ?? t(`privacy.purpose.${id}`);
  return holding.map(({ channel, brand, action, at }) =>
    [
      t(`catalogue.consent_event.action.${action}`),
      words,
      t(`catalogue.consent_event.channel.${channel}`),
      brand ?? '',
      new Date(at).toISOString(),
    ].join('\t'),
  );
}

const write = (input: Asked, what: 'record' | 'withdraw'): Promise<CommandResult> =>
  withUnlocked(input, async ({ engine }) => {
    const { purpose, channel, brand, said = 'given', source, evidence } = input.options;
    const answer = await engine.call(`consent.${what}`, {
      partyId: input.partyId,
      purposeId: purpose ?? '',
      channels: (channel ?? 'any').split(','),
      ...(what === 'record' ? { action: said, source: source ?? 'other' } : source === undefined ? {} : { source }),
      ...(brand === undefined ? {} : { brand }),
      ...(evidence === undefined ? {} : { evidence }),
    });
    if (!answer.ok) return failed(answer.error);
    input.output.result(answer.value, [input.output.t('cli.consent.written')]);
    return done;
  });

/** Ends with 1 when they may not, so that a script asks before it sends. */
const may = (input: Asked): Promise<CommandResult> =>
  withUnlocked(input, async ({ engine }) => {
    const { purpose = '', channel = '', brand } = input.options;
    const asked = { partyId: input.partyId, purposeId: purpose, channel, ...(brand === undefined ? {} : { brand }) };
    const answer = await engine.call('consent.may', asked);
    if (!answer.ok) return failed(answer.error);
    const { allowed, reason } = answer.value as { allowed: boolean; reason: string };
    input.output.result(answer.value, [input.output.t(`consent.reason.${reason}`)]);
    return { kind: 'done', exitCode: allowed ? 0 : 1 };
  });
