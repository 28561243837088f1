// The mark of what a role does not show: a lock, with its words.

import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import style from './surfaces.module.css';
import { useT } from './words';

/** `worded`: nothing of the value is shown beside it, so that the words stand in its place. */
export function MaskMark({ worded = false }: { readonly worded?: boolean }): ReactNode {
  const t = useT();
  const words = t('record.hiddenByRole');
  return (
    <span className={style.maskMark} title={words}>
      <IconLock size="0.9rem" stroke={1.6} aria-hidden />
      <span className={worded ? undefined : 'dw-said'}>{words}</span>
    </span>
  );
}
