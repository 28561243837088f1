// The frame of a step: its title, its fields, back and next.

import type { ReactNode } from 'react';
import { Button, useT } from '../../ui';
import { GateTitle } from '../session';
import style from './first-run.module.css';

export interface StepFormProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
  readonly onBack?: () => void;
  readonly onNext: () => void;
  readonly next?: string;
  readonly ready?: boolean;
  readonly pending?: boolean;
}

export function StepForm({
  title,
  lead,
  children,
  onBack,
  onNext,
  next,
  ready = true,
  pending,
}: StepFormProps): ReactNode {
  const t = useT();
  return (
    <form
      className={style.step}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && pending !== true) onNext();
      }}
    >
      <GateTitle lead={lead}>{title}</GateTitle>
      {children}
      <div className={style.buttons}>
        {onBack === undefined ? <span /> : <Button onClick={onBack}>{t('common.back')}</Button>}
        <Button type="submit" kind="primary" disabled={!ready} pending={pending}>
          {next ?? t('common.next')}
        </Button>
      </div>
    </form>
  );
}
