// The page in place of one that broke. It stands without any provider but the words, because those may have broken too.

import type { ReactNode } from 'react';
import style from './BrokenPage.module.css';
import { useLanguage } from './language';

export interface BrokenPageProps {
  readonly error: unknown;
  readonly onAgain: () => void;
}

export function BrokenPage({ error, onAgain }: BrokenPageProps): ReactNode {
  const { messages } = useLanguage();
  const word = (id: string): string => messages[id] ?? id;
  return (
    <main className={style.page} role="alert">
      <h1 className={style.title}>{word('common.page-broken-title')}</h1>
      <p>{word('common.page-broken-detail')}</p>
      <code className={style.code} dir="ltr">
        {error instanceof Error ? `${error.name}: ${error.message}` : String(error)}
      </code>
      <button type="button" className={style.again} onClick={onAgain}>
        {word('common.try-again')}
      </button>
    </main>
  );
}
