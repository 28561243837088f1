// Which period is reckoned: calendar, year, quarter or month, one before and one after; whose deals, and in what amounts are told.

import { calendars } from '@shared/catalogue';
import { movedPeriod, periodSizes, periodWith, type Fiscal, type Period } from '@shared/features/forecast/period';
import type { MoneyScale } from '@shared/locale/money';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { DateText, DirIcon, IconButton, Segments, Select, useT } from '../../ui';
import { useUserOptions } from '../operations';
import { usePipelines } from '../pipelines';
import styles from './forecast.module.css';
import { usePeriodWords } from './period-words';
import { ScaleSelect } from './scale';

export interface ForecastView {
  readonly period: Period;
  readonly fiscal: Fiscal;
  readonly pipelineId?: string | undefined;
  readonly ownerId?: string | undefined;
  readonly scale: MoneyScale;
}

export interface PeriodBarProps {
  readonly view: ForecastView;
  readonly today: string;
  /** Of the amounts shown. */
  readonly currency: string;
  /** The month with which a year of another calendar begins. */
  startOf(calendar: Fiscal['calendar']): number;
  onChange(view: ForecastView): void;
}

export function PeriodBar({ view, today, currency, startOf, onChange }: PeriodBarProps): ReactNode {
  const t = useT();
  const words = usePeriodWords();
  const { period, fiscal } = view;
  const show = (next: Period | null): void => {
    if (next !== null) onChange({ ...view, period: next });
  };
  const turn = (calendar: Fiscal['calendar']): void => {
    const own = { calendar, startMonth: startOf(calendar) };
    const next = periodWith(today, period.size, own);
    if (next !== null) onChange({ ...view, period: next, fiscal: own });
  };
  return (
    <div className={styles.bar}>
      <div className={styles.stepper}>
        <IconButton label={t('forecast.earlier')} onClick={() => show(movedPeriod(period, -1, fiscal))}>
          <DirIcon icon={IconChevronLeft} size={18} />
        </IconButton>
        <strong className={styles.period} aria-live="polite">
          {words(period)}
        </strong>
        <IconButton label={t('forecast.later')} onClick={() => show(movedPeriod(period, 1, fiscal))}>
          <DirIcon icon={IconChevronRight} size={18} />
        </IconButton>
      </div>
      <span className="dw-muted">
        <DateText value={period.from} calendar={period.calendar} /> –{' '}
        <DateText value={period.to} calendar={period.calendar} />
      </span>
      <Segments
        label={t('forecast.period')}
        value={period.size}
        options={periodSizes.map((size) => ({ value: size, label: t(`forecast.size.${size}`) }))}
        onChange={(size) => show(periodWith(today, size, fiscal))}
      />
      <div className={styles.narrow}>
        <Select
          label={t('catalogue.goal.calendar')}
          hideLabel
          value={fiscal.calendar}
          options={calendars.map((calendar) => ({ value: calendar, label: t(`common.calendar-${calendar}`) }))}
          onChange={(calendar) => calendar !== null && turn(calendar)}
        />
      </div>
      <Narrowing view={view} onChange={onChange} />
      <div className={styles.narrow}>
        <ScaleSelect value={view.scale} currency={currency} onChange={(scale) => onChange({ ...view, scale })} />
      </div>
    </div>
  );
}

function Narrowing({ view, onChange }: Pick<PeriodBarProps, 'view' | 'onChange'>): ReactNode {
  const t = useT();
  const users = useUserOptions();
  const { all = [] } = usePipelines();
  return (
    <>
      <div className={styles.narrow}>
        <Select
          label={t('catalogue.deal.owner_id')}
          hideLabel
          clearable
          placeholder={t('forecast.everybody')}
          value={view.ownerId ?? null}
          options={users}
          onChange={(ownerId) => onChange({ ...view, ownerId: ownerId ?? undefined })}
        />
      </div>
      {all.length > 1 && (
        <div className={styles.narrow}>
          <Select
            label={t('catalogue.pipeline')}
            hideLabel
            clearable
            placeholder={t('forecast.allPipelines')}
            value={view.pipelineId ?? null}
            options={all.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(pipelineId) => onChange({ ...view, pipelineId: pipelineId ?? undefined })}
          />
        </div>
      )}
    </>
  );
}
