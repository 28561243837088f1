// The fields of one operation's changes, each as "field: old → new".

import { IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { Bidi, DirIcon, useFormat, useLocaleSettings, useT } from '../../ui';
import { changeLines, changeTitle, withoutNoise } from './change-words';
import type { Change, ChangeLine, ChangeReader, ToldChange } from './change-words';
import styles from './operations.module.css';
import { useReferenceNames } from './use-reference-names';

/** An import changes hundreds of rows in one operation; a page shows the first. */
const SHOWN = 4;

export interface ChangeLinesProps {
  readonly changes: readonly Change[];
  /** Names of parties by id; those of users and stages are known here. */
  readonly names: ReadonlyMap<string, string>;
}

export function ChangeLines({ changes, names }: ChangeLinesProps): ReactNode {
  const t = useT();
  const [all, setAll] = useState(false);
  const format = useFormat();
  const { language } = useLocaleSettings();
  const known = useReferenceNames(names);
  const reader = useMemo(() => ({ t, format, language, names: known }), [t, format, language, known]);
  const told = useMemo(() => withoutNoise(changes), [changes]);
  const shown = all ? told : told.slice(0, SHOWN);
  return (
    <div className={styles.changes}>
      {shown.map(({ change, count }) => (
        <OneChange
          key={`${change.entity}:${change.recordId}:${change.action}`}
          reader={reader}
          change={change}
          count={count}
        />
      ))}
      {!all && told.length > SHOWN && (
        <button type="button" className={styles.textButton} onClick={() => setAll(true)}>
          {t('operations.moreChanges', { count: told.length - SHOWN })}
        </button>
      )}
    </div>
  );
}

function OneChange({ reader, change, count }: ToldChange & { readonly reader: ChangeReader }): ReactNode {
  const lines = count > 1 ? [] : changeLines(reader, change);
  const title = changeTitle(reader.t, change);
  return (
    <div className={styles.change}>
      <span className={styles.changeTitle}>
        {count > 1 ? reader.t('operations.times', { what: title, count }) : title}
      </span>
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
