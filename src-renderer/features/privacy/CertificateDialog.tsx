// The certificate of an erasure, in the language of whoever was erased or another: looked at, printed, saved.

import { languages, type Language } from '@shared/locale/language';
import type { Certificate as Told } from '@shared/features/erasure/erasure-operations';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { appClient, useEngineQuery } from '../../api';
import {
  Bidi,
  Button,
  Dialog,
  ErrorState,
  InLanguage,
  InstantText,
  LoadingState,
  Ltr,
  NumberText,
  Segments,
  useLocaleSettings,
  useT,
} from '../../ui';
import styles from './privacy.module.css';
import { useTouchedWords } from './touched-words';

export interface CertificateDialogProps {
  readonly id: string;
  onClose(): void;
}

export function CertificateDialog({ id, onClose }: CertificateDialogProps): ReactNode {
  const t = useT();
  const { language: own } = useLocaleSettings();
  const { data, error, refresh } = useEngineQuery('privacy.certificate', { id });
  const [chosen, setChosen] = useState<Language | null>(null);
  const language = chosen ?? data?.language ?? own;
  const footer = (
    <>
      <Button
        icon={<IconFileTypePdf size="1rem" stroke={1.6} aria-hidden />}
        onClick={() => void appClient.saveSheet({ name: `${t('privacy.certificate')}.pdf` })}
      >
        {t('audit.letter-save')}
      </Button>
      <Button
        kind="primary"
        icon={<IconPrinter size="1rem" stroke={1.6} aria-hidden />}
        onClick={() => void appClient.printWindow({})}
      >
        {t('record.print')}
      </Button>
    </>
  );
  return (
    <Dialog opened onClose={onClose} size="large" title={t('privacy.certificate')} footer={footer}>
      <Segments
        label={t('audit.letter-language')}
        value={language}
        options={languages.map((value) => ({ value, label: t.any(`common.language-${value}`) }))}
        onChange={setChosen}
      />
      {error !== null && <ErrorState error={error} onRetry={refresh} />}
      {data === undefined && error === null && <LoadingState lines={6} />}
      {data !== undefined && (
        <>
          <InLanguage language={language} className={styles.sheet}>
            <Certificate certificate={data} />
          </InLanguage>
          {createPortal(
            <div className="dw-pages" aria-hidden="true">
              <InLanguage language={language}>
                <Certificate certificate={data} />
              </InLanguage>
            </div>,
            document.body,
          )}
        </>
      )}
    </Dialog>
  );
}

function Certificate({ certificate }: { readonly certificate: Told }): ReactNode {
  const t = useT();
  const wordsOf = useTouchedWords();
  const { id, mode, at, askedBy, approvedBy, counts, copies, officeName, head } = certificate;
  return (
    <article className={styles.certificate}>
      <p>
        <Bidi>{officeName}</Bidi> · <InstantText value={at} style="full" />
      </p>
      <h2>{t('privacy.certificate')}</h2>
      <p>{t.any(`privacy.certificate-${mode}`)}</p>
      <p>
        {t('catalogue.erasure.asked_by')}: <Bidi>{askedBy?.name ?? '—'}</Bidi>
        {approvedBy !== null && (
          <>
            {' · '}
            {t('catalogue.erasure.approved_by')}: <Bidi>{approvedBy.name}</Bidi>
          </>
        )}
      </p>
      <ul className={styles.counts}>
        {counts.map(({ what, count }) => (
          <li key={what}>
            <NumberText value={count} /> {wordsOf(what)}
          </li>
        ))}
      </ul>
      {copies.length > 0 && <p>{t('privacy.certificate-copies')}</p>}
      <ul className={styles.counts}>
        {copies.map(({ folder, until }) => (
          <li key={folder}>
            <Ltr>{folder}</Ltr> ·{' '}
            {until === null ? t('privacy.until-removed') : <InstantText value={until} time={false} />}
          </li>
        ))}
      </ul>
      <p className="dw-muted">
        {t('privacy.certificate-number')} <Ltr>{id}</Ltr> · <Ltr>{`${head.seq}:${head.hash.slice(0, 16)}`}</Ltr>
      </p>
    </article>
  );
}
