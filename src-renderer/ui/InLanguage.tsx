// A part of the page in another language than the window's: what is printed for somebody who reads another one.

import { directionOf } from '@shared/locale/language';
import type { Language } from '@shared/locale/language';
import { defaultPreferences, digitsFor } from '@shared/locale/preferences';
import type { ReactNode } from 'react';
import { useEffect, useMemo, useState } from 'react';
import { IntlProvider } from 'react-intl';
import { LocaleContext, useLocaleSettings } from './format';
import { loadWords } from './words-of';
import type { Messages } from './words-of';

export interface InLanguageProps {
  readonly language: Language;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Words, digits, calendar and direction are that language's; place and time zone stay the office's. Nothing until its words are there. */
export function InLanguage({ language, className, children }: InLanguageProps): ReactNode {
  const office = useLocaleSettings();
  const [loaded, setLoaded] = useState<{ language: Language; messages: Messages } | null>(null);
  useEffect(() => {
    let wanted = true;
    void loadWords(language).then((messages) => wanted && setLoaded({ language, messages }));
    return () => {
      wanted = false;
    };
  }, [language]);
  const settings = useMemo(() => {
    const { calendar, secondaryCalendar, hourCycle, digits } = defaultPreferences(language, office.country);
    const own = { ...office, language, calendar, secondaryCalendar, hourCycle, digits };
    return language === office.language ? office : { ...own, digits: digitsFor(own) };
  }, [language, office]);
  if (loaded?.language !== language) return null;
  return (
    <IntlProvider
      locale=""
      defaultLocale={`${language}-u-nu-${settings.digits}`}
      messages={loaded.messages as Record<string, string>}
      onError={() => undefined}
    >
      <LocaleContext value={settings}>
        <div lang={language} dir={directionOf(language)} className={className}>
          {children}
        </div>
      </LocaleContext>
    </IntlProvider>
  );
}
