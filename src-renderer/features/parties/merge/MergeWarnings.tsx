// What speaks against a merge: sure facts that contradict one another, and ties between the two. It is said, not forbidden.

import type { MergePreview } from '@shared/features/parties/merging';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { DateText, Ltr, useT } from '../../../ui';
import styles from './merge.module.css';

type Warning = MergePreview['warnings'][number];

export function MergeWarnings({ warnings }: { readonly warnings: readonly Warning[] }): ReactNode {
  const t = useT();
  if (warnings.length === 0) return null;
  return (
    <div className={styles.warnings} role="alert">
      <IconAlertTriangle size="1.2rem" stroke={1.6} aria-hidden />
      <div>
        <strong>{t('merging.look')}</strong>
        <ul>
          {warnings.map((warning, at) => (
            // eslint-disable-next-line react/no-array-index-key
            <li key={`${warning.code} ${warning.scheme ?? ''} ${at}`}>
              <WarningWords warning={warning} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function WarningWords({ warning: { code, scheme, values } }: { readonly warning: Warning }): ReactNode {
  const t = useT();
  const [only] = values;
  if (code === 'related')
    return t('merging.warning.related', { what: t.any(`relationships.type.${only?.text ?? ''}`) });
  const words =
    code === 'identifiers-differ'
      ? t('merging.warning.identifiers-differ', { what: t.any(`catalogue.identifier.scheme.${scheme ?? ''}`) })
      : t(`merging.warning.${code}`);
  return (
    <>
      {words}:{' '}
      {values.map(({ text }, at) => (
        <span key={text}>
          {at > 0 && ' ≠ '}
          <ValueWords code={code} text={text} />
        </span>
      ))}
    </>
  );
}

function ValueWords({ code, text }: { readonly code: Warning['code']; readonly text: string }): ReactNode {
  const t = useT();
  if (code === 'birth-differs') return <DateText value={text} secondary />;
  if (code === 'gender-differs') return t.any(`catalogue.party.gender.${text}`);
  return <Ltr>{text}</Ltr>;
}
