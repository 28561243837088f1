// How the program looks to this person: light or dark, the size of text, how dense the lists are.

import { densities, textSizes, themes } from '@shared/features/settings/settings.contract';
import type { UserSettings } from '@shared/features/settings/settings.contract';
import type { ReactNode } from 'react';
import { Panel, Segments, useT } from '../../ui';
import style from './settings.module.css';

export interface LookPanelProps {
  readonly value: UserSettings;
  readonly onChange: (part: Partial<UserSettings>) => void;
}

export function LookPanel({ value, onChange }: LookPanelProps): ReactNode {
  const t = useT();
  return (
    <Panel title={t('settings.look')}>
      <div className={style.looks}>
        <Choice label={t('settings.theme')}>
          <Segments
            label={t('settings.theme')}
            value={value.theme}
            options={themes.map((theme) => ({ value: theme, label: t(`settings.theme-${theme}`) }))}
            onChange={(theme) => onChange({ theme })}
          />
        </Choice>
        <Choice label={t('settings.text-size')}>
          <Segments
            label={t('settings.text-size')}
            value={value.textSize}
            options={textSizes.map((size) => ({ value: size, label: t(`settings.text-size-${size}`) }))}
            onChange={(textSize) => onChange({ textSize })}
          />
        </Choice>
        <Choice label={t('settings.density')}>
          <Segments
            label={t('settings.density')}
            value={value.density}
            options={densities.map((density) => ({ value: density, label: t(`settings.density-${density}`) }))}
            onChange={(density) => onChange({ density })}
          />
        </Choice>
      </div>
    </Panel>
  );
}

function Choice({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className={style.look}>
      <span className={style.label}>{label}</span>
      {children}
    </div>
  );
}
