// The first rows of the file as they were read, so that a person sees at once whether the letters are right.

import type { ReactNode } from 'react';
import { useT } from '../../ui';
import { headingsOf } from './headings';
import styles from './import.module.css';
import type { Look } from './use-import-plan';

const ROWS = 8;

export function PreviewTable({ look }: { readonly look: Look }): ReactNode {
  const t = useT();
  const headings = headingsOf(t, look);
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
