// The first rows of the file as they were read, so that a person sees at once whether the letters are right.

import type { ReactNode } from 'react';
import { useT } from '../../ui';
import styles from './import.module.css';
import type { Look } from './use-import-plan';

const ROWS = 8;

/** What the engine shows of a card, in its order: cards have no headings of their own. */
const cardColumns = ['name.display', 'phone', 'email', 'organisation.name'] as const;

export function PreviewTable({ look }: { readonly look: Look }): ReactNode {
  const t = useT();
  const headings = look.format === 'vcard' ? cardColumns.map((target) => t(`import.target.${target}`)) : look.headers;
  return (
    <div>
      <p className={styles.quiet}>{t('import.preview')}</p>
      <div className={styles.preview} tabIndex={0} role="region" aria-label={t('import.previewLabel')}>
        <table className={styles.table}>
          <thead>
            <tr>
              {headings.map((header, index) => (
                <th key={`${index}:${header}`} scope="col">
                  <bdi dir="auto">{header}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {look.rows.slice(0, ROWS).map((row, index) => (
              <tr key={index}>
                {headings.map((header, column) => (
                  <td key={`${column}:${header}`}>
                    <bdi dir="auto">{row[column] ?? ''}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
