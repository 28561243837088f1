// While the base is made: deriving the key takes a moment by design, and says so.

import type { ReactNode } from 'react';
import { Spinner, useT } from '../../ui';
import { GateTitle } from '../session';
import style from './first-run.module.css';

export function CreatingStep(): ReactNode {
  const t = useT();
  return (
    <div className={style.step} role="status">
      <GateTitle lead={t('wizard.creating-lead')}>{t('wizard.creating-title')}</GateTitle>
      <div className={style.creating}>
        <Spinner />
        <span>{t('wizard.creating-key')}</span>
      </div>
    </div>
  );
}
