// The letter "who looked at my file": looked at in the window, in the person's own language or another, then printed or saved.

import { languages } from '@shared/locale/language';
import type { Language } from '@shared/locale/language';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEffect, useEffectEvent, useState } from 'react';
import { createPortal } from 'react-dom';
import { appClient, useEngineCommand, useEngineQuery } from '../../api';
import { Button, Dialog, ErrorState, InLanguage, LoadingState, Segments, useLocaleSettings, useT } from '../../ui';
import styles from './audit.module.css';
import { Letter } from './Letter';

export interface LetterDialogProps {
  readonly partyId: string;
  onClose(): void;
}

/** Each language in its own words. */
const names: Readonly<Record<Language, string>> = { ar: 'العربية', fa: 'فارسی', en: 'English' };

export function LetterDialog({ partyId, onClose }: LetterDialogProps): ReactNode {
  const t = useT();
  const { language: own } = useLocaleSettings();
  const letter = useEngineQuery('access.letter', { partyId });
  const ask = useEffectEvent(() => letter.refresh());
  // Readings are no part of the change feed: a letter that was written before is asked anew.
  useEffect(() => ask(), []);
  const [chosen, setChosen] = useState<Language | null>(null);
  const language = chosen ?? letter.data?.language ?? own;
  const out = useGivingOut(partyId);
  const footer =
    letter.data === undefined ? undefined : (
      <>
        <Button
          icon={<IconFileTypePdf size="1rem" stroke={1.6} aria-hidden />}
          pending={out.pending}
          onClick={() => void out.run(() => appClient.saveSheet({ name: `${t('audit.letter-file')}.pdf` }))}
        >
          {t('audit.letter-save')}
        </Button>
        <Button
          kind="primary"
          icon={<IconPrinter size="1rem" stroke={1.6} aria-hidden />}
          pending={out.pending}
          onClick={() => void out.run(() => appClient.printWindow({}))}
        >
          {t('record.print')}
        </Button>
      </>
    );
  return (
    <Dialog opened onClose={onClose} size="large" title={t('audit.letter')} footer={footer}>
      <Segments
        label={t('audit.letter-language')}
        value={language}
        options={languages.map((value) => ({ value, label: names[value] }))}
        onChange={setChosen}
      />
      {letter.error !== null && <ErrorState error={letter.error} onRetry={letter.refresh} />}
      {out.error !== null && <ErrorState inline error={out.error} />}
      {letter.loading && <LoadingState lines={6} />}
      {letter.data !== undefined && (
        <>
          <InLanguage language={language} className={styles.preview}>
            <Letter letter={letter.data} />
          </InLanguage>
          {createPortal(
            <div className="dw-pages" aria-hidden="true">
              <InLanguage language={language}>
                <Letter letter={letter.data} />
              </InLanguage>
            </div>,
            document.body,
          )}
        </>
      )}
    </Dialog>
  );
}

/** What leaves on paper or as a file is written down first. */
function useGivingOut(partyId: string) {
  const note = useEngineCommand('access.print');
  return {
    pending: note.pending,
    error: note.error,
    async run(give: () => Promise<unknown>) {
      const noted = await note.run({ partyId });
      if (noted.ok) await give();
    },
  };
}
