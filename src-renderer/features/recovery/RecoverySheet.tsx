// The recovery code as a sheet: large on the screen, and alone on paper with what whoever finds it must know.

import type { ReactNode } from 'react';
import { classes, groupsOf, InstantText, useNow, useT } from '../../ui';
import { CodeGroups } from './CodeGroups';
import style from './recovery.module.css';
import { ToolLines } from './ToolLines';

export function RecoverySheet({ code }: { readonly code: string }): ReactNode {
  const t = useT();
  const now = useNow(false);
  return (
    <div className={classes('dw-sheet', style.sheet)}>
      <div className="dw-sheet-only">
        <p className={style.sheetTitle}>
          {t('app.name')} · {t('session.recovery-code')}
        </p>
        <p>
          <InstantText value={now} style="full" time={false} />
        </p>
      </div>
      <CodeGroups label={t('session.recovery-code')} groups={groupsOf(code)} />
      <div className="dw-sheet-only">
        <p>{t('wizard.code-caution')}</p>
        <ToolLines />
      </div>
    </div>
  );
}
