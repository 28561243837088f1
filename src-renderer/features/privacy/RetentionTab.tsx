// How long what is kept: the rules, and whose time is over. Nothing is erased before somebody says so.

import type { RetentionProposal, RetentionRule } from '@shared/features/retention/retention-operations';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { isUnderWay, useEngineCommand, useEngineQuery, useJob, useMay } from '../../api';
import {
  AddButton,
  Answer,
  Button,
  Buttons,
  Chip,
  DateText,
  Line,
  Lines,
  PartyName,
  SectionTitle,
  SwitchLine,
  useT,
} from '../../ui';
import { useDone } from '../operations';
import { ErasureDialog } from './ErasureDialog';
import { RetentionRuleDialog } from './RetentionRuleDialog';

const useRuleWords = (): ((rule: RetentionRule) => string) => {
  const t = useT();
  return ({ id, name }) => name ?? t.any(`privacy.retention.${id}`);
};

export function RetentionTab(): ReactNode {
  const t = useT();
  const answer = useEngineQuery('privacy.retentionRules', {});
  const [editing, setEditing] = useState<RetentionRule | 'new' | null>(null);
  return (
    <>
      <AddButton label={t('privacy.new-rule')} onClick={() => setEditing('new')} />
      <Answer of={answer}>
        {({ rules }) => (
          <Lines rows={rules}>{(rule) => <RuleLine key={rule.id} rule={rule} onEdit={() => setEditing(rule)} />}</Lines>
        )}
      </Answer>
      <Proposals />
      {editing !== null && (
        <RetentionRuleDialog rule={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </>
  );
}

function RuleLine({ rule, onEdit }: { readonly rule: RetentionRule; onEdit(): void }): ReactNode {
  const t = useT();
  const done = useDone();
  const words = useRuleWords()(rule);
  const save = useEngineCommand('privacy.saveRetentionRule');
  const turn = async (active: boolean): Promise<void> => {
    const { preset: _, ...kept } = rule;
    done(await save.run({ ...kept, active }), t('record.saved', { field: words }));
  };
  return (
    <SwitchLine
      words={words}
      on={rule.active}
      pending={save.pending}
      onTurn={(active) => void turn(active)}
      detail={
        <>
          {rule.about !== 'person' && `${t.any(`catalogue.retention_rule.about.${rule.about}`)} · `}
          {rule.role !== null && `${t.any(`catalogue.party_role.type.${rule.role}`)} · `}
          {t('privacy.rule-period', { months: rule.months })} · {t.any(`catalogue.retention_rule.event.${rule.event}`)}{' '}
          · {t.any(`catalogue.retention_rule.action.${rule.action}`)}
          {rule.source !== null && ` · ${rule.source}`}
        </>
      }
    >
      {rule.binding && <Chip hue="lapis">{t('catalogue.retention_rule.binding')}</Chip>}
      <Button small onClick={onEdit}>
        {t('privacy.edit-rule')}
      </Button>
    </SwitchLine>
  );
}

function Proposals(): ReactNode {
  const t = useT();
  const answer = useEngineQuery('privacy.proposals', {});
  const review = useEngineCommand('privacy.review');
  const [jobId, setJobId] = useState<string | null>(null);
  const [erasing, setErasing] = useState<RetentionProposal | null>(null);
  const { job } = useJob(jobId ?? '');
  const look = async (): Promise<void> => {
    const begun = await review.run({});
    if (begun.ok) setJobId(begun.value.jobId);
  };
  const isLooking = jobId !== null && (job === undefined || isUnderWay(job));
  return (
    <>
      <SectionTitle>{t('privacy.time-over')}</SectionTitle>
      <Buttons start>
        <Button pending={isLooking} onClick={() => void look()}>
          {t('privacy.look-now')}
        </Button>
        {jobId !== null && !isLooking && <Button onClick={answer.refresh}>{t('privacy.show-found')}</Button>}
      </Buttons>
      <Answer of={answer}>
        {({ proposals }) => (
          <Lines rows={proposals} empty={t('privacy.nobody-over')}>
            {(proposal) => <ProposalLine key={proposal.id} proposal={proposal} onErase={() => setErasing(proposal)} />}
          </Lines>
        )}
      </Answer>
      {erasing !== null && (
        <ErasureDialog partyId={erasing.party.id} name={erasing.party.name} onClose={() => setErasing(null)} />
      )}
    </>
  );
}

function ProposalLine({ proposal, onErase }: { readonly proposal: RetentionProposal; onErase(): void }): ReactNode {
  const t = useT();
  const may = useMay();
  const { party, rule, dueOn, onHold, things } = proposal;
  const words = useRuleWords()(rule);
  return (
    <Line
      title={<PartyName name={party.name} id={party.id} />}
      detail={
        <>
          <bdi>{words}</bdi> · <DateText value={dueOn} />
          {things !== null && ` · ${t.any(`privacy.things-${rule.about}`, { count: things })}`}
        </>
      }
    >
      {onHold && <Chip hue="rose">{t('catalogue.privacy_mark.kind.hold')}</Chip>}
      <Chip>{t.any(`catalogue.retention_rule.action.${rule.action}`)}</Chip>
      {may('privacy.erase') && things === null && (
        <Button small kind="danger" onClick={onErase}>
          {t('privacy.erase')}
        </Button>
      )}
    </Line>
  );
}
