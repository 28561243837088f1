// The recovery code, shown once and large: to be written down or printed, not copied.

import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { appClient } from '../../api';
import { Button, useT } from '../../ui';
import { RecoverySheet } from '../recovery';
import style from './first-run.module.css';
import { StepForm } from './StepForm';

export interface CodeStepProps {
  readonly code: string;
  readonly onNext: () => void;
}

export function CodeStep({ code, onNext }: CodeStepProps): ReactNode {
  const t = useT();
  return (
    <StepForm
      title={t('wizard.code-title')}
      lead={t('wizard.code-lead')}
      onNext={onNext}
      next={t('wizard.code-written')}
    >
      <RecoverySheet code={code} />
      <p className={style.caution}>{t('wizard.code-caution')}</p>
      <div className={style.printLine}>
        <Button
          icon={<IconPrinter size="1.1rem" stroke={1.6} aria-hidden />}
          onClick={() => void appClient.printWindow({})}
        >
          {t('wizard.code-print')}
        </Button>
        <span className="dw-muted">{t('wizard.code-no-copy')}</span>
      </div>
    </StepForm>
  );
}
