// What holds for every face of the window: words, look, formats, shortcuts.

import { MantineProvider } from '@mantine/core';
import { defaultPreferences, digitsFor } from '@shared/locale/preferences';
import type { Preferences } from '@shared/locale/preferences';
import type { ReactNode } from 'react';
import { useLayoutEffect, useMemo } from 'react';
import { IntlProvider } from 'react-intl';
import { AppearanceContext, HotkeyProvider, LocaleContext } from '../ui';
import type { Appearance } from '../ui';
import { useLanguage } from './language';
import { cssVariables, theme } from './theme/theme';
import { styleNonce } from './trusted-types';
import { useColourScheme } from './theme/use-colour-scheme';

export interface ReaderProvidersProps {
  /** The reader's choices; before anybody is signed in, what the language suggests. */
  readonly preferences?: Omit<Preferences, 'language'>;
  readonly appearance: Appearance;
  readonly children: ReactNode;
}

/** Where nothing says otherwise, the country whose habits fill the gaps until the office has chosen its own. */
const countryOf = { ar: 'SA', fa: 'IR', en: 'GB' } as const;

export function ReaderProviders({ preferences, appearance, children }: ReaderProvidersProps): ReactNode {
  const { language, messages } = useLanguage();
  const settings = useMemo(() => {
    const all = { ...defaultPreferences(language, countryOf[language]), ...preferences, language };
    return { ...all, digits: digitsFor(all) };
  }, [language, preferences]);
  const scheme = useColourScheme(appearance.theme);
  useLayoutEffect(() => {
    document.documentElement.dataset['text'] = appearance.textSize;
    document.documentElement.dataset['density'] = appearance.density;
  }, [appearance.textSize, appearance.density]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      forceColorScheme={scheme}
      getStyleNonce={styleNonce}
    >
      {/* As the default one: of any other the library asks whether the platform knows it, which lists all there are for 15 ms. */}
      <IntlProvider
        locale=""
        defaultLocale={`${language}-u-nu-${settings.digits}`}
        messages={messages as Record<string, string>}
        onError={() => undefined}
      >
        <LocaleContext value={settings}>
          <AppearanceContext value={appearance}>
            <HotkeyProvider>{children}</HotkeyProvider>
          </AppearanceContext>
        </LocaleContext>
      </IntlProvider>
    </MantineProvider>
  );
}
