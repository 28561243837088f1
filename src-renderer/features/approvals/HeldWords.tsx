// Why something is held at the door, in words.

import type { ReactNode } from 'react';
import type { HeldCall } from '../../api';
import { useFormat, useT } from '../../ui';
import styles from './approvals.module.css';
import { fieldLabel } from './field-label';

export function HeldWords({ held }: { readonly held: HeldCall }): ReactNode {
  const t = useT();
  const format = useFormat();
  const { rule, count, fields, needs } = held;
  return (
    <div className={styles.why}>
      <p>{t(`approvals.why.${rule}`, { count })}</p>
      {fields.length > 0 && (
        <p>{t('approvals.why.export-fields', { fields: format.list(fields.map((field) => fieldLabel(t, field))) })}</p>
      )}
      {needs === 'step-up' && <p className="dw-muted">{t('approvals.alone')}</p>}
    </div>
  );
}
