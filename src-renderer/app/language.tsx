// The language of the window: its words are loaded when it is chosen, and the page turns round at once, without a restart.

import { DirectionProvider, useDirection } from '@mantine/core';
import { directionOf } from '@shared/locale/language';
import type { Language } from '@shared/locale/language';
import type { ReactNode } from 'react';
import { createContext, useCallback, useContext, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { appClient } from '../api';
import { loadWords } from '../ui/words-of';
import type { Messages } from '../ui/words-of';

export interface LanguageChoice {
  readonly language: Language;
  readonly messages: Messages;
  /** Loads the words, then turns the window; also tells the menus. */
  choose(language: Language): void;
}

const LanguageContext = createContext<LanguageChoice | null>(null);

export function useLanguage(): LanguageChoice {
  const choice = useContext(LanguageContext);
  if (choice === null) throw new Error('LanguageProvider is missing');
  return choice;
}

interface LanguageProviderProps {
  readonly language: Language;
  readonly messages: Messages;
  readonly children: ReactNode;
}

export function LanguageProvider({ language, messages, children }: LanguageProviderProps): ReactNode {
  const [now, setNow] = useState({ language, messages });
  const choose = useCallback((next: Language) => {
    void loadWords(next).then((words) => {
      setNow({ language: next, messages: words });
      void appClient.setLanguage({ language: next });
    });
  }, []);
  const choice = useMemo(() => ({ ...now, choose }), [now, choose]);
  return (
    <LanguageContext value={choice}>
      <DirectionProvider initialDirection={directionOf(language)} detectDirection={false}>
        <DocumentLanguage language={now.language} />
        {children}
      </DirectionProvider>
    </LanguageContext>
  );
}

/** Keeps `lang` and `dir` of the page and the library's direction at the language in use. */
function DocumentLanguage({ language }: { readonly language: Language }): ReactNode {
  const { setDirection } = useDirection();
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
  }, [language]);
  useEffect(() => setDirection(directionOf(language)), [language, setDirection]);
  return null;
}
