// What is to be mended: chosen by rule, severity and owner, mended in the row, dismissed with a reason.

import type { Finding, QualityRule } from '@shared/features/quality/quality.contract';
import { qualityRuleEntity, qualitySeverities } from '@shared/catalogue';
import type { ReactNode } from 'react';
import { useCallback, useState } from 'react';
import { client, useRowWindow } from '../../api';
import type { LoadPage } from '../../api';
import type { MessageId } from '../../ui';
import {
  ChoiceSelect,
  EmptyState,
  NumberText,
  PickLine,
  PickList,
  RowsAnswer,
  Segments,
  Select,
  useT,
  VirtualFeed,
} from '../../ui';
import { useUserOptions } from '../operations';
import { FindingRow } from './FindingRow';
import styles from './quality.module.css';
import { ruleWords, severityHues } from './words';

type Severity = QualityRule['severity'];

export interface Count {
  readonly rule: QualityRule;
  readonly count: { readonly value: number; readonly capped: boolean };
}

interface Chosen {
  readonly ruleId: string | undefined;
  readonly ownerId: string | null | undefined;
  readonly severity: Severity | undefined;
  readonly dismissed: boolean;
}

/** In the list of owners: the rules nobody answers for. */
const NOBODY = 'nobody';
const GUESSED_HEIGHT = 84;

export interface FindingsTabProps {
  readonly counts: readonly Count[];
  /** Whether the base was ever searched: before that, no finding does not mean that nothing is to be mended. */
  readonly searched: boolean;
}

export function FindingsTab({ counts, searched }: FindingsTabProps): ReactNode {
  const t = useT();
  const [chosen, setChosen] = useState<Chosen>({
    ruleId: undefined,
    ownerId: undefined,
    severity: undefined,
    dismissed: false,
  });
  const load: LoadPage<Finding> = useCallback(
    async (after, limit) => {
      const answer = await client.quality.list({ ...chosen, after, limit });
      return answer.ok ? { ok: true, value: { rows: answer.value.findings, next: answer.value.next } } : answer;
    },
    [chosen],
  );
  const rows = useRowWindow(load, 'quality');
  return (
    <div className={styles.columns}>
      <RuleList
        counts={counts}
        searched={searched}
        chosen={chosen.ruleId}
        onChoose={(ruleId) => setChosen({ ...chosen, ruleId })}
      />
      <div className={styles.main}>
        <Filters chosen={chosen} onChange={setChosen} />
        <RowsAnswer of={rows} lines={8} empty={<EmptyState title={t(emptyWords(chosen, searched))} />}>
          <VirtualFeed
            framed
            label={t('common.page-quality')}
            count={rows.length}
            busy={rows.loading}
            guess={() => GUESSED_HEIGHT}
            keyAt={(index) => keyOf(rows.rows.get(index), index)}
            onRange={rows.window.ensure}
          >
            {(index) => <FindingRow finding={rows.rows.get(index)} />}
          </VirtualFeed>
        </RowsAnswer>
      </div>
    </div>
  );
}

function emptyWords({ dismissed }: Chosen, searched: boolean): MessageId {
  if (dismissed) return 'quality.empty.dismissed';
  return searched ? 'quality.empty.open' : 'duplicates.never-scanned';
}

/** What is typed into a row stays with its record when a row above it goes. */
const keyOf = (finding: Finding | undefined, index: number): string | number =>
  finding === undefined ? index : `${finding.rule.id} ${finding.party.id}`;

interface RuleListProps extends FindingsTabProps {
  readonly chosen: string | undefined;
  onChoose(ruleId: string | undefined): void;
}

function RuleList({ counts, searched, chosen, onChoose }: RuleListProps): ReactNode {
  const t = useT();
  return (
    <PickList label={t('quality.tab.rules')}>
      <PickLine open={chosen === undefined} words={t('quality.all-rules')} onOpen={() => onChoose(undefined)} />
      {counts.map(({ rule, count }) => (
        <PickLine
          key={rule.id}
          open={chosen === rule.id}
          quiet={count.value === 0}
          lead={
            <span
              className={styles.dot}
              style={{ background: `var(--dw-hue-${severityHues[rule.severity]})` }}
              aria-hidden
            />
          }
          words={<bdi>{ruleWords(t, rule)}</bdi>}
          onOpen={() => onChoose(rule.id)}
        >
          {searched && (
            <span className={styles.count}>
              <NumberText value={count.value} />
              {count.capped && '+'}
            </span>
          )}
        </PickLine>
      ))}
    </PickList>
  );
}

function Filters({ chosen, onChange }: { readonly chosen: Chosen; onChange(chosen: Chosen): void }): ReactNode {
  const t = useT();
  const users = useUserOptions();
  const owner = chosen.ownerId === null ? NOBODY : (chosen.ownerId ?? null);
  const states = (['open', 'dismissed'] as const).map((value) => ({ value, label: t(`quality.state.${value}`) }));
  return (
    <div className={styles.filters}>
      <ChoiceSelect
        label={t('catalogue.quality_rule.severity')}
        hideLabel
        placeholder={t('catalogue.quality_rule.severity')}
        clearable
        entity={qualityRuleEntity}
        field="severity"
        only={qualitySeverities}
        value={chosen.severity ?? null}
        onChange={(severity) => onChange({ ...chosen, severity: severity ?? undefined })}
      />
      <Select
        label={t('quality.rule-owner')}
        hideLabel
        placeholder={t('quality.rule-owner')}
        clearable
        options={[{ value: NOBODY, label: t('record.noOwner') }, ...users]}
        value={owner}
        onChange={(id) => onChange({ ...chosen, ownerId: id === NOBODY ? null : (id ?? undefined) })}
      />
      <Segments
        label={t('quality.state')}
        value={chosen.dismissed ? 'dismissed' : 'open'}
        options={states}
        onChange={(state) => onChange({ ...chosen, dismissed: state === 'dismissed' })}
      />
    </div>
  );
}
