// The foot of a rule's or wish's form: what went wrong, taking it back, Cancel and Save.

import type { Failure } from '@shared/core/result';
import type { ReactNode } from 'react';
import { Button, ErrorState, useT } from '../../ui';
import styles from './quality.module.css';

export interface FormFootProps {
  /** null: a new one, which cannot be taken back yet. */
  readonly changed: { readonly preset: boolean } | null;
  readonly ready: boolean;
  readonly pending: boolean;
  readonly failure: Failure | null;
  onTakeBack(): void;
  onClose(): void;
}

export function FormFoot({ changed, ready, pending, failure, onTakeBack, onClose }: FormFootProps): ReactNode {
  const t = useT();
  return (
    <>
      {failure !== null && <ErrorState inline error={failure} />}
      <div className={styles.formButtons}>
        {changed !== null && (
          <Button kind={changed.preset ? 'quiet' : 'danger'} disabled={pending} onClick={onTakeBack}>
            {t(changed.preset ? 'quality.as-shipped' : 'quality.remove-rule')}
          </Button>
        )}
        <Button onClick={onClose}>{t('record.cancel')}</Button>
        <Button kind="primary" type="submit" disabled={!ready} pending={pending}>
          {t('record.save')}
        </Button>
      </div>
    </>
  );
}
