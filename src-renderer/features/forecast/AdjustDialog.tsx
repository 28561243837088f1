// A manager's own view beside a figure: by how much, and why. The figure itself stays.

import { adjustedFigures } from '@shared/catalogue';
import type { Figures } from '@shared/features/forecast/forecast';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { Dialog, Fields, Form, FormFoot, MoneyInput, Segments, Select, TextField, useT } from '../../ui';
import { useDone } from '../operations';
import { askedBy } from './asked';
import type { ForecastView } from './PeriodBar';

export interface AdjustDialogProps {
  readonly view: ForecastView;
  readonly figures: readonly Figures[];
  onClose(): void;
}

export function AdjustDialog({ view, figures, onClose }: AdjustDialogProps): ReactNode {
  const t = useT();
  const done = useDone();
  const adjust = useEngineCommand('forecast.adjust');
  const [figure, setFigure] = useState<(typeof adjustedFigures)[number]>('commit');
  const [currency, setCurrency] = useState(figures[0]?.currency ?? '');
  const [sign, setSign] = useState<'less' | 'more'>('less');
  const [amount, setAmount] = useState<number | null | undefined>(null);
  const [reason, setReason] = useState('');
  const ready = typeof amount === 'number' && reason.trim() !== '' && currency !== '';
  const save = async (): Promise<void> => {
    if (!ready || adjust.pending) return;
    const delta = sign === 'less' ? -amount : amount;
    const result = await adjust.run({ ...askedBy(view), figure, currency, delta, reason });
    if (!result.ok) return;
    done(result, t('forecast.adjustedDone'));
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('forecast.adjust')}>
      <Form onSubmit={save}>
        <p className="dw-muted">{t('forecast.adjustText')}</p>
        <Fields>
          <Select
            label={t('catalogue.forecast_adjustment.figure')}
            value={figure}
            options={adjustedFigures.map((value) => ({ value, label: t(`forecast.figure.${value}`) }))}
            onChange={(next) => next !== null && setFigure(next)}
          />
          {figures.length > 1 && (
            <Select
              label={t('forecast.currency')}
              value={currency}
              options={figures.map((one) => ({ value: one.currency, label: one.currency }))}
              onChange={(next) => next !== null && setCurrency(next)}
            />
          )}
          <Segments
            label={t('forecast.direction')}
            value={sign}
            options={(['less', 'more'] as const).map((value) => ({ value, label: t(`forecast.direction.${value}`) }))}
            onChange={setSign}
          />
          <MoneyInput
            key={currency}
            label={t('catalogue.deal.amount')}
            value={amount ?? null}
            currency={currency}
            onChange={setAmount}
          />
        </Fields>
        <TextField label={t('catalogue.forecast_adjustment.reason')} required value={reason} onChange={setReason} />
        <FormFoot
          ready={ready}
          pending={adjust.pending}
          failure={adjust.error}
          save={t('forecast.adjust')}
          onClose={onClose}
        />
      </Form>
    </Dialog>
  );
}
