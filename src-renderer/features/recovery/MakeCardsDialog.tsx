// Making recovery cards: how many, the passphrase as proof, then each card on a sheet of its own, then each typed back.

import { IconFileDownload, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Failure } from '@shared/core/result';
import { leastCards, mostCards } from '@shared/features/recovery/recovery.contract';
import { appClient, useEngineCommand } from '../../api';
import { Button, Dialog, ErrorState, NumberInput, PassphraseInput, useT } from '../../ui';
import { GateFailure } from '../session';
import { CardSheet } from './CardSheet';
import type { NewCards } from './CardSheet';
import { ConfirmCards } from './ConfirmCards';
import style from './recovery.module.css';

export interface MakeCardsDialogProps {
  readonly onClose: () => void;
  readonly onChange: () => void;
}

export function MakeCardsDialog({ onClose, onChange }: MakeCardsDialogProps): ReactNode {
  const t = useT();
  const [made, setMade] = useState<NewCards | null>(null);
  const [shown, setShown] = useState(1);
  const begun = (cards: NewCards): void => {
    setMade(cards);
    onChange();
  };
  return (
    <Dialog opened onClose={onClose} title={t('recovery.make-cards')}>
      {made === null && <CardsWish onClose={onClose} onMade={begun} />}
      {made !== null && shown <= made.cards.length && (
        <OneCard made={made} number={shown} onNext={() => setShown(shown + 1)} />
      )}
      {made !== null && shown > made.cards.length && (
        <ConfirmCards waiting={made.cards.map((_, index) => index + 1)} onClose={onClose} onChange={onChange} />
      )}
    </Dialog>
  );
}

interface CardsWishProps {
  readonly onClose: () => void;
  readonly onMade: (made: NewCards) => void;
}

function CardsWish({ onClose, onMade }: CardsWishProps): ReactNode {
  const t = useT();
  const make = useEngineCommand('recovery.makeCards');
  const [needed, setNeeded] = useState<number | null>(2);
  const [count, setCount] = useState<number | null>(3);
  const [passphrase, setPassphrase] = useState('');
  const fits = needed !== null && count !== null && needed <= count;
  const run = async (): Promise<void> => {
    if (!fits || passphrase === '') return;
    const result = await make.run({ needed, count, passphrase });
    if (result.ok) onMade({ ...result.value, needed });
  };
  return (
    <form
      className={style.form}
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <p>{t('recovery.make-cards-lead')}</p>
      <div className={style.pair}>
        <NumberInput
          label={t('recovery.count')}
          value={count}
          min={leastCards}
          max={mostCards}
          onChange={setCount}
          required
        />
        <NumberInput
          label={t('recovery.needed')}
          value={needed}
          min={leastCards}
          max={mostCards}
          onChange={setNeeded}
          error={fits ? undefined : t('recovery.needed-too-many')}
          required
        />
      </div>
      <PassphraseInput label={t('users.present-passphrase')} value={passphrase} onChange={setPassphrase} required />
      {make.error !== null && <GateFailure error={make.error} />}
      <div className={style.buttons}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" kind="primary" pending={make.pending} disabled={!fits || passphrase === ''}>
          {t('recovery.make-cards')}
        </Button>
      </div>
    </form>
  );
}

interface OneCardProps {
  readonly made: NewCards;
  readonly number: number;
  readonly onNext: () => void;
}

/** One keeper at a time stands at the screen. */
function OneCard({ made, number, onNext }: OneCardProps): ReactNode {
  const t = useT();
  const [error, setError] = useState<Failure | null>(null);
  const isLast = number === made.cards.length;
  const save = async (): Promise<void> => {
    const saved = await appClient.saveSheet({ name: `diwan-card-${number}.pdf` });
    setError(saved.ok ? null : saved.error);
  };
  return (
    <div className={style.form}>
      <CardSheet key={number} made={made} number={number} />
      <p className={style.caution}>{t('recovery.card-alone')}</p>
      {error !== null && <ErrorState inline error={error} />}
      <div className={style.buttons}>
        <Button
          icon={<IconPrinter size="1.1rem" stroke={1.6} aria-hidden />}
          onClick={() => void appClient.printWindow({})}
        >
          {t('recovery.print-card')}
        </Button>
        <Button icon={<IconFileDownload size="1.1rem" stroke={1.6} aria-hidden />} onClick={() => void save()}>
          {t('recovery.save-card')}
        </Button>
        <Button kind="primary" onClick={onNext}>
          {t(isLast ? 'recovery.type-back' : 'recovery.next-sheet')}
        </Button>
      </div>
    </div>
  );
}
