// While the base is made: deriving the key takes a moment by design, and says so.

import { Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '../../ui';
import { GateTitle } from '../session';
import style from './first-run.module.css';

export function CreatingStep(): ReactNode {
  const t = useT();
  return (
    <div className={style.step} role="status">
      <GateTitle lead={t('wizard.creating-lead')}>{t('wizard.creating-title')}</GateTitle>
      <div className={style.creating}>
        <Loader size="sm" aria-hidden />
        <span>{t('wizard.creating-key')}</span>
      </div>
    </div>
  );
}
