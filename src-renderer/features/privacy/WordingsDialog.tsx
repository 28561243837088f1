// The wordings of a purpose: what people are shown now in each language, what they were shown before, and the next version.

import type { Purpose, Wording } from '@shared/features/privacy/purpose';
import { directionOf } from '@shared/locale/language';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { Dialog, Form, FormFoot, InstantText, Segments, TextField, useLocaleSettings, useT } from '../../ui';
import { useDone } from '../operations';
import styles from './privacy.module.css';
import { usePurposeWords } from './purpose-words';

const languages = ['ar', 'fa', 'en'] as const;

export interface WordingsDialogProps {
  readonly purpose: Purpose;
  onClose(): void;
}

export function WordingsDialog({ purpose, onClose }: WordingsDialogProps): ReactNode {
  const t = useT();
  const done = useDone();
  const words = usePurposeWords()(purpose);
  const own = useLocaleSettings().language;
  const [language, setLanguage] = useState<Wording['language']>(own);
  const [text, setText] = useState('');
  const add = useEngineCommand('privacy.addWording');
  const versions = purpose.wordings.filter((wording) => wording.language === language);
  const options = languages.map((value) => ({ value, label: t.any(`common.language-${value}`) }));
  const submit = async (): Promise<void> => {
    if (text.trim() === '') return;
    const answer = await add.run({ purposeId: purpose.id, language, text });
    if (!answer.ok) return;
    done(answer, t('privacy.wording-added', { version: answer.value.version }));
    setText('');
  };
  return (
    <Dialog opened onClose={onClose} size="large" title={t('privacy.wordings-of', { purpose: words })}>
      <Form onSubmit={submit}>
        <div>
          <Segments label={t('privacy.language')} value={language} options={options} onChange={setLanguage} />
        </div>
        {versions.length === 0 && <p className="dw-muted">{t('privacy.no-wording')}</p>}
        <ol className={styles.versions}>
          {versions.map((wording) => (
            <Version key={wording.id} wording={wording} />
          ))}
        </ol>
        <TextField
          label={t('privacy.next-wording', { version: (versions[0]?.version ?? 0) + 1 })}
          hint={t('privacy.wording-hint')}
          rows={4}
          value={text}
          onChange={setText}
        />
        <FormFoot
          ready={text.trim() !== ''}
          pending={add.pending}
          failure={add.error}
          save={t('privacy.add-wording')}
          cancel={t('common.close')}
          onClose={onClose}
        />
      </Form>
    </Dialog>
  );
}

function Version({ wording }: { readonly wording: Wording }): ReactNode {
  const t = useT();
  return (
    <li className={styles.version}>
      <span className="dw-muted">
        {t('privacy.version', { version: wording.version })} · <InstantText value={wording.createdAt} />
      </span>
      <p lang={wording.language} dir={directionOf(wording.language)}>
        {wording.text}
      </p>
    </li>
  );
}
