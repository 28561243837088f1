// How a lead came where it is: every step with who made it and why, and what came of it. What was said is in the party's timeline.

import type { Lead, LeadStep } from '@shared/features/leads/lead';
import type { ReactNode } from 'react';
import { Chip, InstantText, Panel, PlaceLink, useLocaleSettings, useT } from '../../../ui';
import { LeadState } from '../lead-marks';
import styles from '../leads.module.css';

export function LeadStory({ lead }: { readonly lead: Lead }): ReactNode {
  const t = useT();
  const steps = lead.steps.toReversed();
  return (
    <Panel title={t('leads.story')} flush>
      <ol className={styles.lines}>
        {lead.deals.map((deal) => (
          <li key={deal.id} className={styles.line}>
            <span className={styles.facts}>
              {t('leads.becameDeal')}
              <PlaceLink to={{ page: 'deal', id: deal.id }} className="dw-link">
                <bdi dir="auto">{deal.title}</bdi>
              </PlaceLink>
              <Chip>{t(`catalogue.deal.state.${deal.state}`)}</Chip>
            </span>
          </li>
        ))}
        {steps.map((step, index) => (
          <li key={step.id} className={styles.line}>
            <Step step={step} before={steps[index + 1]} />
          </li>
        ))}
      </ol>
      <p className={styles.foot}>
        <PlaceLink to={{ page: 'party', id: lead.party.id, tab: 'timeline' }} className="dw-link">
          {t('leads.timeline', { name: lead.party.name })}
        </PlaceLink>
      </p>
    </Panel>
  );
}

function Step({ step, before }: { readonly step: LeadStep; readonly before: LeadStep | undefined }): ReactNode {
  const t = useT();
  const { language } = useLocaleSettings();
  const { activity, reason, words, by } = step;
  const why = [reason?.[language], words].filter((one) => typeof one === 'string');
  return (
    <>
      <span className={styles.facts}>
        {step.toState !== before?.toState && <LeadState state={step.toState} />}
        {activity !== null && (
          <>
            {t(`catalogue.activity.kind.${activity.kind}`)}: <bdi dir="auto">{activity.subject}</bdi>
          </>
        )}
      </span>
      {why.length > 0 && <bdi dir="auto">{why.join(' · ')}</bdi>}
      <span className={styles.hint}>
        <InstantText value={step.at} />
        {by !== null && (
          <>
            {' · '}
            <bdi dir="auto">{by.name}</bdi>
          </>
        )}
      </span>
    </>
  );
}
