// The sheet of keyboard shortcuts (F1 or ?): whatever is registered at this moment, in the reader's words.

import type { ReactNode } from 'react';
import { Dialog, Kbd, useHotkeyRegistry, useT } from '../../ui';
import style from './ShortcutSheet.module.css';

export interface ShortcutSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function ShortcutSheet({ opened, onClose }: ShortcutSheetProps): ReactNode {
  const t = useT();
  return (
    <Dialog opened={opened} onClose={onClose} title={t('common.shortcuts')}>
      <p className="dw-muted">{t('common.shortcuts-hint')}</p>
      <Shortcuts />
    </Dialog>
  );
}

function Shortcuts(): ReactNode {
  const t = useT();
  const registry = useHotkeyRegistry();
  const known = registry.list().filter((hotkey) => hotkey.label !== undefined);
  const once = known.filter((hotkey, index) => known.findIndex((other) => other.keys === hotkey.keys) === index);
  return (
    <dl className={style.list}>
      {once.map(({ keys, label }) => (
        <div key={keys} className={style.line}>
          <dt>{label === undefined ? '' : t(label)}</dt>
          <dd>
            <Kbd keys={keys} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
