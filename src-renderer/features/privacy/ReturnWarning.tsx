// While a new record is being typed: somebody with these particulars was erased here. What was done then, and why they are written again.

import type { DuplicateProbe } from '@shared/features/duplicates/duplicates.contract';
import type { ReactNode } from 'react';
import { useDeferredValue, useState } from 'react';
import type { z } from 'zod';
import { useEngineQuery, useMay } from '../../api';
import { Button, InstantText, TextField, useT } from '../../ui';
import { CertificateDialog } from './CertificateDialog';
import styles from './privacy.module.css';

export interface ReturnWarningProps {
  readonly probe: z.input<typeof DuplicateProbe>;
  readonly reason: string;
  onReason(reason: string): void;
}

export function ReturnWarning({ probe, reason, onReason }: ReturnWarningProps): ReactNode {
  const t = useT();
  const may = useMay();
  const asked = useDeferredValue(probe);
  const { data } = useEngineQuery('privacy.wasErased', { probe: asked }, { keepPrevious: true });
  const [shown, setShown] = useState(false);
  const erased = data?.erased ?? null;
  if (erased === null) return null;
  return (
    <section className={styles.returned} aria-label={t('privacy.returned')} aria-live="polite">
      <strong>{t('privacy.returned')}</strong>
      <p>
        {t.any(`privacy.returned-${erased.mode}`)} <InstantText value={erased.at} />
      </p>
      <TextField
        label={t('privacy.return-reason')}
        hint={t('privacy.return-hint')}
        required
        rows={2}
        value={reason}
        maxLength={500}
        onChange={onReason}
      />
      {may('privacy.manage') && (
        <div>
          <Button small onClick={() => setShown(true)}>
            {t('privacy.certificate')}
          </Button>
        </div>
      )}
      {shown && <CertificateDialog id={erased.erasureId} onClose={() => setShown(false)} />}
    </section>
  );
}
