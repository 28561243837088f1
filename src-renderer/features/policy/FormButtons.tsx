// The foot of a small form: what went wrong, Cancel and Save.

import type { Failure } from '@shared/core/result';
import type { ReactNode } from 'react';
import { Button, ErrorState, useT } from '../../ui';
import styles from './policy.module.css';

export interface FormButtonsProps {
  readonly ready: boolean;
  readonly pending: boolean;
  readonly failure: Failure | null;
  onClose(): void;
}

export function FormButtons({ ready, pending, failure, onClose }: FormButtonsProps): ReactNode {
  const t = useT();
  return (
    <>
      {failure !== null && <ErrorState inline error={failure} />}
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" kind="primary" disabled={!ready} pending={pending}>
          {t('common.save')}
        </Button>
      </div>
    </>
  );
}
