// The recovery code as a sheet: large on the screen, and alone on paper with what whoever finds it must know.

import type { ReactNode } from 'react';
import { groupsOf, InstantText, useFormat, useNow, useT } from '../../ui';
import style from './first-run.module.css';

/** Eight numbered groups, in Latin digits whatever the language: the code is read from paper years later, by anybody. */
export function RecoverySheet({ code }: { readonly code: string }): ReactNode {
  const t = useT();
  const format = useFormat();
  const now = useNow(false);
  return (
    <div className="dw-sheet">
      <div className="dw-sheet-only">
        <p className={style.sheetTitle}>
          {t('app.name')} · {t('session.recovery-code')}
        </p>
        <p>
          <InstantText value={now} style="full" time={false} />
        </p>
      </div>
      <ol className={style.code} dir="ltr" aria-label={t('session.recovery-code')}>
        {groupsOf(code).map((group, index) => (
          <li key={index} className={style.codeGroup}>
            <span className={style.codeNumber}>{format.number(index + 1)}</span>
            <span className={style.codeDigits}>{group}</span>
          </li>
        ))}
      </ol>
      <p className="dw-sheet-only">{t('wizard.code-caution')}</p>
    </div>
  );
}
