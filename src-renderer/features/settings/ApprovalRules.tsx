// How much one person may do on their own word. Changing it must itself be approved.

import type { SiteSettings } from '@shared/features/settings/settings.contract';
import type { ReactNode } from 'react';
import { Panel, Segments, useT } from '../../ui';
import { KeptNumber } from './KeptNumber';
import style from './settings.module.css';

export interface ApprovalRulesProps {
  readonly value: SiteSettings;
  readonly mayChange: boolean;
  onChange(part: Partial<SiteSettings>): void;
}

const limits = {
  approvalExportRows: 100_000,
  approvalExportDaily: 1_000_000,
  approvalRemovals: 10_000,
  quoteDiscountPercent: 100,
} as const;
const names = ['approvalExportRows', 'approvalExportDaily', 'approvalRemovals', 'quoteDiscountPercent'] as const;

export function ApprovalRules({ value, mayChange, onChange }: ApprovalRulesProps): ReactNode {
  const t = useT();
  const disabled = !mayChange;
  return (
    <Panel title={t('settings.approvals')}>
      <p className="dw-muted">{t('settings.approvals-lead')}</p>
      <div className={style.fields}>
        {names.map((name) => (
          <KeptNumber
            key={`${name} ${value[name]}`}
            label={t(`settings.${name}`)}
            hint={t(`settings.${name}-hint`)}
            value={value[name]}
            max={limits[name]}
            disabled={disabled}
            onKeep={(kept) => onChange({ [name]: kept })}
          />
        ))}
        <div className={style.wide}>
          <span className={style.label}>{t('settings.fourEyes')}</span>
          <Segments
            label={t('settings.fourEyes')}
            value={value.fourEyes}
            options={(['when-possible', 'always'] as const).map((one) => ({
              value: one,
              label: t(`settings.fourEyes.${one}`),
              disabled,
            }))}
            onChange={(fourEyes) => onChange({ fourEyes })}
          />
          <p className="dw-muted">{t(`settings.fourEyes.${value.fourEyes}-hint`)}</p>
        </div>
      </div>
    </Panel>
  );
}
