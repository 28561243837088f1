// How long what is kept: the rules, and whose time is over. Nothing is erased before somebody says so.

import type { RetentionProposal, RetentionRule } from '@shared/features/retention/retention-operations';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { isUnderWay, useEngineCommand, useEngineQuery, useJob, useMay } from '../../api';
import {
  Button,
  Chip,
  DateText,
  EmptyState,
  ErrorState,
  LoadingState,
  PartyName,
  PlaceLink,
  SectionTitle,
  Switch,
  useT,
} from '../../ui';
import { useDone } from '../operations';
import { ErasureDialog } from './ErasureDialog';
import styles from './privacy.module.css';
import { RetentionRuleDialog } from './RetentionRuleDialog';

const useRuleWords = (): ((rule: RetentionRule) => string) => {
  const t = useT();
  return ({ id, name }) => name ?? t.any(`privacy.retention.${id}`);
};

export function RetentionTab(): ReactNode {
  const t = useT();
  const { data, error, refresh } = useEngineQuery('privacy.retentionRules', {});
  const [editing, setEditing] = useState<RetentionRule | 'new' | null>(null);
  if (error !== null && data === undefined) return <ErrorState error={error} onRetry={refresh} />;
  if (data === undefined) return <LoadingState lines={6} />;
  return (
    <>
      <div>
        <Button icon={<IconPlus size="1rem" aria-hidden />} onClick={() => setEditing('new')}>
          {t('privacy.new-rule')}
        </Button>
      </div>
      <ul className={styles.lines}>
        {data.rules.map((rule) => (
          <RuleLine key={rule.id} rule={rule} onEdit={() => setEditing(rule)} />
        ))}
      </ul>
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
    <li className={styles.line} data-off={!rule.active || undefined}>
      <Switch
        label={<span className="dw-said">{words}</span>}
        checked={rule.active}
        disabled={save.pending}
        onChange={(active) => void turn(active)}
      />
      <div className={styles.lineWords}>
        <strong>
          <bdi>{words}</bdi>
        </strong>
        <span className="dw-muted">
          {rule.role !== null && `${t.any(`catalogue.party_role.type.${rule.role}`)} · `}
          {t('privacy.rule-period', { months: rule.months })} · {t.any(`catalogue.retention_rule.event.${rule.event}`)}{' '}
          · {t.any(`catalogue.retention_rule.action.${rule.action}`)}
          {rule.source !== null && ` · ${rule.source}`}
        </span>
      </div>
      {rule.binding && <Chip hue="lapis">{t('catalogue.retention_rule.binding')}</Chip>}
      <Button small onClick={onEdit}>
        {t('privacy.edit-rule')}
      </Button>
    </li>
  );
}

function Proposals(): ReactNode {
  const t = useT();
  const { data, refresh } = useEngineQuery('privacy.proposals', {});
  const review = useEngineCommand('privacy.review');
  const [jobId, setJobId] = useState<string | null>(null);
  const [erasing, setErasing] = useState<RetentionProposal | null>(null);
  const { job } = useJob(jobId ?? '');
  const look = async (): Promise<void> => {
    const answer = await review.run({});
    if (answer.ok) setJobId(answer.value.jobId);
  };
  const isLooking = jobId !== null && (job === undefined || isUnderWay(job));
  return (
    <>
      <SectionTitle>{t('privacy.time-over')}</SectionTitle>
      <div className={styles.formButtons}>
        <Button pending={isLooking} onClick={() => void look()}>
          {t('privacy.look-now')}
        </Button>
        {jobId !== null && !isLooking && <Button onClick={() => refresh()}>{t('privacy.show-found')}</Button>}
      </div>
      {data?.proposals.length === 0 && <EmptyState title={t('privacy.nobody-over')} />}
      {data !== undefined && data.proposals.length > 0 && (
        <ul className={styles.lines}>
          {data.proposals.map((proposal) => (
            <ProposalLine key={proposal.party.id} proposal={proposal} onErase={() => setErasing(proposal)} />
          ))}
        </ul>
      )}
      {erasing !== null && (
        <ErasureDialog partyId={erasing.party.id} name={erasing.party.name} onClose={() => setErasing(null)} />
      )}
    </>
  );
}

function ProposalLine({ proposal, onErase }: { readonly proposal: RetentionProposal; onErase(): void }): ReactNode {
  const t = useT();
  const may = useMay();
  const { party, rule, dueOn, onHold } = proposal;
  const words = useRuleWords()(rule);
  return (
    <li className={styles.line}>
      <div className={styles.lineWords}>
        <PlaceLink to={{ page: 'party', id: party.id }}>
          <PartyName name={party.name} />
        </PlaceLink>
        <span className="dw-muted">
          <bdi>{words}</bdi> · <DateText value={dueOn} />
        </span>
      </div>
      {onHold && <Chip hue="rose">{t('catalogue.privacy_mark.kind.hold')}</Chip>}
      <Chip>{t.any(`catalogue.retention_rule.action.${rule.action}`)}</Chip>
      {may('privacy.erase') && (
        <Button small kind="danger" onClick={onErase}>
          {t('privacy.erase')}
        </Button>
      )}
    </li>
  );
}
