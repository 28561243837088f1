// A device or a user's seat is lost: whom it held, which classes of data, and by when the authority must know.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { appClient, client, useEngineQuery, type OutputAt } from '../../api';
import {
  Answer,
  Button,
  Buttons,
  failureWords,
  Fields,
  InstantText,
  Ltr,
  notify,
  NumberText,
  Select,
  Stack,
  useT,
} from '../../ui';
import styles from './privacy.module.css';

export function BreachTab(): ReactNode {
  const t = useT();
  const { data } = useEngineQuery('users.list', {});
  const [userId, setUserId] = useState<string | null>(null);
  const users = (data?.users ?? []).map(({ id, displayName }) => ({ value: id, label: displayName }));
  return (
    <>
      <p className="dw-muted">{t('privacy.breach-lead')}</p>
      <Fields>
        <Select label={t('privacy.whose-device')} value={userId} options={users} onChange={setUserId} />
      </Fields>
      {userId !== null && <Held key={userId} userId={userId} />}
    </>
  );
}

function Held({ userId }: { readonly userId: string }): ReactNode {
  const answer = useEngineQuery('privacy.breach', { userId });
  return (
    <Answer of={answer} lines={4}>
      {(breach) => <Told userId={userId} breach={breach} />}
    </Answer>
  );
}

function Told({ userId, breach }: { readonly userId: string; readonly breach: OutputAt<'privacy.breach'> }): ReactNode {
  const t = useT();
  const save = async (): Promise<void> => {
    const place = await appClient.chooseSaveFile({ name: `${t('privacy.breach-file')}.csv` });
    if (!place.ok || place.value === null) return;
    const saved = await client.privacy.breachList({ userId, file: place.value.token });
    notify(
      saved.ok
        ? { message: t('privacy.breach-saved', { people: saved.value.people }), tone: 'success' }
        : { message: failureWords(t, saved.error), tone: 'danger' },
    );
  };
  return (
    <Stack>
      <ul className={styles.counts}>
        <li>
          <NumberText value={breach.people} /> {t('privacy.breach-people')}
        </li>
        {breach.classes.map(({ privacyClass, people }) => (
          <li key={privacyClass}>
            <NumberText value={people} /> {t.any(`privacy.breach-class-${privacyClass}`)}
          </li>
        ))}
        <li>
          <NumberText value={breach.lookedAt} /> {t('privacy.breach-looked')}
        </li>
      </ul>
      <p>
        {t('privacy.breach-encrypted')} <Ltr>{breach.encryption}</Ltr>
      </p>
      <p>
        {t('privacy.breach-tell')} <InstantText value={breach.tellBy} />
      </p>
      <Buttons start>
        <Button onClick={() => void save()}>{t('privacy.breach-save')}</Button>
      </Buttons>
    </Stack>
  );
}
