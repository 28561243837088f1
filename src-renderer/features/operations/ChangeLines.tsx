// The fields of one operation's changes, each as "field: old → new".

import { IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Bidi, DirIcon, useFormat, useT } from '../../ui';
import { changeLines, changeTitle } from './change-words';
import type { Change, ChangeLine } from './change-words';
import styles from './operations.module.css';

/** An import changes hundreds of rows in one operation; a page shows the first. */
const SHOWN = 4;

export function ChangeLines({ changes }: { readonly changes: readonly Change[] }): ReactNode {
  const t = useT();
  const [all, setAll] = useState(false);
  const shown = all ? changes : changes.slice(0, SHOWN);
  return (
    <div className={styles.changes}>
      {shown.map((change) => (
        <OneChange key={`${change.entity}:${change.recordId}:${change.action}`} change={change} />
      ))}
      {!all && changes.length > SHOWN && (
        <button type="button" className={styles.textButton} onClick={() => setAll(true)}>
          {t('operations.moreChanges', { count: changes.length - SHOWN })}
        </button>
      )}
    </div>
  );
}

function OneChange({ change }: { readonly change: Change }): ReactNode {
  const t = useT();
  const format = useFormat();
  const lines = changeLines(t, format, change);
  return (
    <div className={styles.change}>
      <span className={styles.changeTitle}>{changeTitle(t, change)}</span>
      <dl className={styles.fields}>
        {lines.map((line) => (
          <div key={line.key} className={styles.fieldLine}>
            <dt>{line.label}</dt>
            <dd>
              <Values line={line} action={change.action} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Values({ line, action }: { readonly line: ChangeLine; readonly action: Change['action'] }): ReactNode {
  const t = useT();
  if (action === 'insert') return <Bidi>{line.next}</Bidi>;
  if (action === 'delete') {
    return (
      <del className={styles.old}>
        <Bidi>{line.old}</Bidi>
      </del>
    );
  }
  return (
    <>
      {line.old !== null && (
        <>
          <del className={styles.old}>
            <Bidi>{line.old}</Bidi>
          </del>{' '}
          <DirIcon icon={IconArrowRight} size={13} />{' '}
        </>
      )}
      {line.next === null ? <span className={styles.quiet}>{t('operations.cleared')}</span> : <Bidi>{line.next}</Bidi>}
    </>
  );
}
