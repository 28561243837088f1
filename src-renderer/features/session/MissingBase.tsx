// The base that was opened here before is not in its folder: said plainly, before anybody makes an empty one in its place.

import type { Language } from '@shared/locale/language';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button, useT } from '../../ui';
import { GateLayout, GateTitle } from './GateLayout';
import { BaseFolder } from './LockScreen';
import style from './session.module.css';

export interface MissingBaseProps {
  readonly folder: string;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  /** Answers when it has looked; this screen is gone by then if the base is there. */
  readonly onLookAgain: () => Promise<void>;
  /** To make a new base, or to restore a backup, in that folder. */
  readonly onMakeNew: () => void;
}

export function MissingBase(props: MissingBaseProps): ReactNode {
  const { folder, language, onLanguage, onLookAgain, onMakeNew } = props;
  const t = useT();
  const [looked, setLooked] = useState<'looking' | 'in-vain' | null>(null);
  const look = async (): Promise<void> => {
    setLooked('looking');
    await onLookAgain();
    setLooked('in-vain');
  };
  return (
    <GateLayout language={language} onLanguage={onLanguage} foot={<BaseFolder folder={folder} />}>
      <div className={style.stack} role="alert">
        <GateTitle lead={t('session.missing-lead')}>{t('session.missing-title')}</GateTitle>
        <Button kind="primary" fullWidth autoFocus pending={looked === 'looking'} onClick={() => void look()}>
          {t('session.missing-again')}
        </Button>
        {looked === 'in-vain' && <p role="status">{t('session.missing-still')}</p>}
        <Button kind="quiet" fullWidth onClick={onMakeNew}>
          {t('session.missing-make')}
        </Button>
      </div>
    </GateLayout>
  );
}
