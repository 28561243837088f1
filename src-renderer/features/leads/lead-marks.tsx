// What is said of a lead at a glance, the same in a row and on its page: where it stands, the clock of its first response, its score and why.

import type { LeadRow } from '@shared/features/leads/lead';
import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useIsMasked } from '../../api';
import { Chip, InstantText, MaskMark, MoneyText, NumberText, Popover, useFormat, useNow, useT } from '../../ui';
import type { Format, Hue } from '../../ui';
import styles from './leads.module.css';

const hueOf = {
  new: 'lapis',
  contacted: 'teal',
  talks: 'violet',
  qualified: 'green',
  disqualified: 'clay',
} as const satisfies Record<LeadRow['state'], Hue>;

export function LeadState({ state }: Pick<LeadRow, 'state'>): ReactNode {
  const t = useT();
  return <Chip hue={hueOf[state]}>{t(`catalogue.lead.state.${state}`)}</Chip>;
}

export function LeadAmount({ lead }: { readonly lead: Pick<LeadRow, 'amount' | 'currency'> }): ReactNode {
  if (useIsMasked()('lead.amount')) return <MaskMark />;
  return lead.amount !== null && <MoneyText minor={lead.amount} currency={lead.currency} />;
}

/** As time goes by here, too: what was in time when the list was asked for may be overdue now. */
export function ResponseMark({ response }: Pick<LeadRow, 'response'>): ReactNode {
  const t = useT();
  const format = useFormat();
  const now = useNow();
  const { dueAt, minutes } = response;
  const state = response.state === 'waiting' && now > dueAt ? 'overdue' : response.state;
  if (state === 'none') return <span className={styles.mark}>{t('leads.response.none')}</span>;
  if (state === 'waiting' || state === 'overdue') {
    const Icon = state === 'waiting' ? IconClock : IconAlertTriangle;
    return (
      <span className={styles.mark} data-tone={state === 'waiting' ? 'caution' : 'danger'}>
        <Icon size="0.95rem" stroke={1.7} aria-hidden />
        <span>
          {t(state === 'waiting' ? 'leads.response.due' : 'leads.response.overdue')}{' '}
          <InstantText value={dueAt} relative />
        </span>
      </span>
    );
  }
  return (
    <span className={styles.mark} data-tone={state === 'late' ? 'caution' : 'good'}>
      <IconCheck size="0.95rem" stroke={1.7} aria-hidden />
      {minutes === 0
        ? t('leads.response.atOnce')
        : t('leads.response.after', { time: minutesWords(format, minutes ?? 0) })}
    </span>
  );
}

/** Working time in the largest unit that fits: "12 minutes", "3 hours". */
export function minutesWords(format: Format, minutes: number): string {
  const [unit, size] = minutes >= 120 ? (['hour', 60] as const) : (['minute', 1] as const);
  return format.number(Math.floor(minutes / size), { style: 'unit', unit, unitDisplay: 'long' });
}

type Scored = Pick<LeadRow, 'score'>;

/** The number with its reasons behind it. */
export function ScoreMark({ score }: Scored): ReactNode {
  const t = useT();
  const format = useFormat();
  const label = t('leads.why', { score: format.number(score.value) });
  return (
    <Popover
      label={label}
      className={styles.why}
      trigger={
        <button
          type="button"
          className={styles.score}
          aria-haspopup="dialog"
          aria-label={label}
          onDoubleClick={(event) => event.stopPropagation()}
        >
          <NumberText value={score.value} />
          <span className={styles.meter} aria-hidden>
            <span className={styles.filled} style={{ inlineSize: `${score.value}%` }} />
          </span>
        </button>
      }
    >
      <ScorePoints score={score} />
    </Popover>
  );
}

export function ScorePoints({ score }: Scored): ReactNode {
  const t = useT();
  const format = useFormat();
  return (
    <ul className={styles.points}>
      {score.reasons.map(({ rule, what, points, of }) => (
        <li key={rule} data-none={points === 0}>
          <span>{t.any(`leads.score.${rule}.${what}`)}</span>
          <bdi>{t('leads.points', { points: format.number(points), of: format.number(of) })}</bdi>
        </li>
      ))}
    </ul>
  );
}
