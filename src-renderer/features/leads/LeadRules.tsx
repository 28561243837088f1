// In the settings: how long the office gives itself for the first response, and how many points each rule of the score is worth.

import { scoreRules, weightsSum } from '@shared/features/leads/score';
import type { SiteSettings } from '@shared/features/settings/settings.contract';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button, Fields, NumberInput, Panel, Stack, useFormat, useT } from '../../ui';
import styles from './leads.module.css';

export interface LeadRulesProps {
  readonly value: SiteSettings;
  readonly mayChange: boolean;
  onChange(part: Partial<SiteSettings>): void;
}

export function LeadRules({ value, mayChange, onChange }: LeadRulesProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const [minutes, setMinutes] = useState<number | null>(value.leadResponseMinutes);
  const [weights, setWeights] = useState(value.leadWeights);
  const sum = weightsSum(weights);
  const changed =
    minutes !== value.leadResponseMinutes || scoreRules.some((rule) => weights[rule] !== value.leadWeights[rule]);
  const save = (): void => {
    if (minutes !== null) onChange({ leadResponseMinutes: minutes, leadWeights: weights });
  };
  return (
    <Panel title={t('common.page-leads')}>
      <Stack>
        <Fields>
          <NumberInput
            label={t('leads.settings.response')}
            hint={t('leads.settings.responseHint')}
            value={minutes}
            min={1}
            max={20_160}
            disabled={!mayChange}
            onChange={setMinutes}
          />
        </Fields>
        <p className={styles.hint}>{t('leads.settings.weights')}</p>
        <Fields>
          {scoreRules.map((rule) => (
            <NumberInput
              key={rule}
              label={t(`leads.rule.${rule}`)}
              value={weights[rule]}
              min={0}
              max={100}
              disabled={!mayChange}
              onChange={(points) => setWeights({ ...weights, [rule]: points ?? 0 })}
            />
          ))}
        </Fields>
        {mayChange && (
          <div className={styles.facts}>
            <Button kind="primary" disabled={!changed || sum !== 100 || minutes === null} onClick={save}>
              {t('common.save')}
            </Button>
            <span className={styles.mark} data-tone={sum === 100 ? 'good' : 'danger'} role="status">
              {t('leads.settings.sum', { sum: format.number(sum) })}
            </span>
          </div>
        )}
      </Stack>
    </Panel>
  );
}
