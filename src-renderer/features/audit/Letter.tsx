// The letter itself, on one or several sheets: who looked and who changed, day by day.

import type { LetterLine } from '@shared/features/access/access.contract';
import type { ReactNode } from 'react';
import type { OutputAt } from '../../api';
import { Bidi, InstantText, useFormat, useNow, useT } from '../../ui';
import { useRoleName } from '../users';
import { purposeWords } from './entry-words';
import styles from './audit.module.css';

export function Letter({ letter }: { readonly letter: OutputAt<'access.letter'> }): ReactNode {
  const t = useT();
  const now = useNow(false);
  const { party, officeName, lines, more } = letter;
  return (
    <article className={styles.letter}>
      <p className={styles.letterOffice}>
        <Bidi>{officeName}</Bidi>
        <InstantText value={now} style="full" time={false} />
      </p>
      <p>{t('audit.letter-to', { name: party.name })}</p>
      <h2>{t('audit.letter-title')}</h2>
      <p>{t('audit.letter-lead')}</p>
      {lines.length === 0 ? <p>{t('audit.letter-none')}</p> : <Lines lines={lines} />}
      {more && <p>{t('audit.letter-more')}</p>}
    </article>
  );
}

function Lines({ lines }: { readonly lines: readonly LetterLine[] }): ReactNode {
  const t = useT();
  const format = useFormat();
  const whoOf = useWho();
  return (
    <table className={styles.letterLines}>
      <thead>
        <tr>
          <th scope="col">{t('audit.letter-day')}</th>
          <th scope="col">{t('audit.column.who')}</th>
          <th scope="col">{t('audit.column.what')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={JSON.stringify(line)}>
            <td>
              <InstantText value={line.to} time={false} />
              <span className={styles.times}>
                <bdi>{format.time(line.from)}</bdi>
                {line.from !== line.to && (
                  <>
                    {' – '}
                    <bdi>{format.time(line.to)}</bdi>
                  </>
                )}
              </span>
            </td>
            <td>
              <Bidi>{whoOf(line)}</Bidi>
            </td>
            <td>
              {line.way === null ? t('audit.letter-changed') : t.any(`audit.way.${line.way}`)}
              {line.times > 1 && ` · ${t('audit.letter-times', { times: line.times })}`}
              {line.purpose !== null && (
                <span className={styles.times}>
                  {t('audit.letter-purpose', { purpose: purposeWords(t, line.purpose) })}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useWho(): (line: LetterLine) => string {
  const t = useT();
  const nameOf = useRoleName();
  return ({ who }) => {
    if (who === null) return t('audit.letter-program');
    const role = nameOf(who.role, who.roleName).name;
    return who.name === null ? role : `${who.name} (${role})`;
  };
}
