// Fields that can be sealed: how far each is, who has the key of its class, and what sealing costs, said before it is done.

import { IconLock, IconLockOpen } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineQuery } from '../../api';
import { Button, Chip, ErrorState, LoadingState, Panel, useFormat, useT } from '../../ui';
import style from './keys.module.css';
import type { KnownClass, SealableField } from './sealing-state';
import { SealingDialog, type SealingAct } from './SealingDialog';

export function SealingPanel(): ReactNode {
  const t = useT();
  const { data, loading, error, refresh } = useEngineQuery('keys.classes', {});
  const [act, setAct] = useState<SealingAct | null>(null);
  const close = (): void => {
    setAct(null);
    refresh();
  };
  return (
    <Panel title={t('sealing.title')}>
      <div className={style.state}>
        <p>{t('sealing.what')}</p>
        {loading && <LoadingState lines={2} />}
        {error !== null && <ErrorState error={error} onRetry={refresh} />}
        {data?.fields.map((field) => (
          <FieldState
            key={field.field}
            field={field}
            known={data.classes.find((one) => one.class === field.class)}
            onAct={(what) => setAct({ what, field })}
          />
        ))}
        <p className="dw-muted">{t('sealing.hide-hint')}</p>
      </div>
      {act !== null && <SealingDialog act={act} onClose={close} />}
    </Panel>
  );
}

interface FieldStateProps {
  readonly field: SealableField;
  /** Undefined before the first field of its class is sealed. */
  readonly known: KnownClass | undefined;
  readonly onAct: (what: SealingAct['what']) => void;
}

function FieldState({ field, known, onAct }: FieldStateProps): ReactNode {
  const t = useT();
  const { state, values, sealed } = field;
  const isOn = state === 'sealing' || state === 'sealed';
  const mayAct = known === undefined || known.isHeld;
  return (
    <section className={style.sealable} aria-label={t.any(`sealing.class.${field.class}`)}>
      <div className={style.sealableHead}>
        {isOn ? <IconLock size="1.1rem" aria-hidden /> : <IconLockOpen size="1.1rem" aria-hidden />}
        <strong>{t.any(`sealing.class.${field.class}`)}</strong>
        <Chip {...(isOn ? { hue: 'lapis' as const } : {})}>{t.any(`sealing.state.${state}`)}</Chip>
        {state !== 'open' && <span className="dw-muted">{t('sealing.progress', { sealed, values })}</span>}
      </div>
      {known !== undefined && <Holders known={known} />}
      {!mayAct && <p className={style.caution}>{t('sealing.not-held')}</p>}
      {mayAct && (
        <div className={style.sealableActs}>
          {!isOn && <Button onClick={() => onAct('seal')}>{t('sealing.seal')}</Button>}
          {state === 'sealing' && <Button onClick={() => onAct('seal')}>{t('sealing.continue')}</Button>}
          {state === 'unsealing' && <Button onClick={() => onAct('unseal')}>{t('sealing.continue')}</Button>}
          {isOn && <Button onClick={() => onAct('unseal')}>{t('sealing.unseal')}</Button>}
          {known !== undefined && <Button onClick={() => onAct('renew')}>{t('sealing.renew')}</Button>}
        </div>
      )}
    </section>
  );
}

function Holders({ known }: { readonly known: KnownClass }): ReactNode {
  const t = useT();
  const format = useFormat();
  const named = (waits: boolean): string[] =>
    known.holders.filter((holder) => holder.waits === waits).map(({ name }) => name);
  const [have, waiting] = [named(false), named(true)];
  const { without, papers, escrows } = known;
  return (
    <>
      {have.length > 0 && <p>{t('sealing.have', { names: format.list(have) })}</p>}
      {waiting.length > 0 && <p className={style.caution}>{t('sealing.wait', { names: format.list(waiting) })}</p>}
      {without.length > 0 && <p>{t('sealing.without', { names: format.list([...without]) })}</p>}
      <p className="dw-muted">{t('sealing.papers', { papers, escrows })}</p>
    </>
  );
}
