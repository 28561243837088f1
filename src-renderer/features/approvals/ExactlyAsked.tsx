// What exactly is to be done, as it was signed: how many records, which sensitive fields, and the whole of it for whoever wants to read it.

import type { Approval } from '@shared/features/approvals/approvals.contract';
import type { ReactNode } from 'react';
import { useFormat, useT } from '../../ui';
import styles from './approvals.module.css';
import { fieldLabel } from './field-label';

export function ExactlyAsked({ request }: { readonly request: Approval }): ReactNode {
  const t = useT();
  const format = useFormat();
  const { rule, count, fields, exactly } = request;
  return (
    <>
      <span>{t(`approvals.why.${rule}`, { count })}</span>
      {fields.length > 0 && (
        <span>
          {t('approvals.why.export-fields', { fields: format.list(fields.map((one) => fieldLabel(t, one))) })}
        </span>
      )}
      <details>
        <summary>{t('approvals.exactly')}</summary>
        <pre dir="ltr" className={styles.exactly}>
          {JSON.stringify(JSON.parse(exactly), null, 2)}
        </pre>
      </details>
    </>
  );
}
