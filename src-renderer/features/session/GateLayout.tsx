// The face before the base is open (first run, lock, recovery): the woven wall at the start, the one thing to do at the end.

import { languages } from '@shared/locale/language';
import type { Language } from '@shared/locale/language';
import type { ReactNode } from 'react';
import { KhatamMark, useT } from '../../ui';
import style from './GateLayout.module.css';
import { WovenWall } from './WovenWall';

export interface GateLayoutProps {
  readonly language: Language;
  /** Left out where the page itself asks for the language. */
  readonly onLanguage?: (language: Language) => void;
  readonly children: ReactNode;
  /** A quiet line under the form. */
  readonly foot?: ReactNode;
}

export function GateLayout({ language, onLanguage, children, foot }: GateLayoutProps): ReactNode {
  const t = useT();
  return (
    <div className={style.gate}>
      <title>{t('app.name')}</title>
      <div className={style.wall} aria-hidden>
        <WovenWall />
        <div className={style.wallWords}>
          <span className={style.wallName}>{t('app.name')}</span>
          <span className={style.wallLine}>{t('session.motto')}</span>
        </div>
      </div>
      <main className={style.side}>
        <div className={style.top}>
          <span className={style.mark}>
            <KhatamMark size={28} />
          </span>
          {onLanguage !== undefined && <LanguageRow language={language} onLanguage={onLanguage} />}
        </div>
        <div className={style.form}>{children}</div>
        <footer className={style.foot}>{foot}</footer>
      </main>
    </div>
  );
}

function LanguageRow({
  language,
  onLanguage,
}: {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}): ReactNode {
  const t = useT();
  return (
    <div className={style.languages} role="group" aria-label={t('common.language')}>
      {languages.map((other) => (
        <button
          key={other}
          type="button"
          lang={other}
          className={style.language}
          aria-pressed={other === language}
          onClick={() => onLanguage(other)}
        >
          {t(`common.language-${other}`)}
        </button>
      ))}
    </div>
  );
}

export interface GateTitleProps {
  readonly children: ReactNode;
  readonly lead?: ReactNode;
}

export function GateTitle({ children, lead }: GateTitleProps): ReactNode {
  return (
    <header className={style.title}>
      <h1>{children}</h1>
      {lead !== undefined && <p className="dw-muted">{lead}</p>}
    </header>
  );
}
