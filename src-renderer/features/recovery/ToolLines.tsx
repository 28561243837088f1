// How the data is opened without this program: three lines, printed with every recovery code.

import type { ReactNode } from 'react';
import { stockTools } from '@shared/features/recovery/stock-tools';
import { useT } from '../../ui';
import style from './recovery.module.css';

export function ToolLines(): ReactNode {
  const t = useT();
  return (
    <section className={style.tools}>
      <p>{t('recovery.tools-title')}</p>
      <ol>
        <li>{t('recovery.tools-copy')}</li>
        <li>
          <Command>{stockTools.decrypt}</Command> {t('recovery.tools-type')}
        </li>
        <li>
          <Command>{stockTools.open}</Command> {t('recovery.tools-after')}
        </li>
      </ol>
    </section>
  );
}

export function Command({ children }: { readonly children: string }): ReactNode {
  return (
    <code className={style.command} dir="ltr">
      {children}
    </code>
  );
}
