// The record of processing, as an authority asks for it; taken out as a page or a table.

import type { ProcessingRecord } from '@shared/features/processing/processing.contract';
import { sectionsOf, type ProcessingSection } from '@shared/features/processing/processing-words';
import { IconFileText, IconTable } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { appClient, useEngineCommand, useEngineQuery } from '../../api';
import { Button, ErrorState, LoadingState, Panel, useFormat, useLocaleSettings, useNow, useT } from '../../ui';
import { useDone } from '../operations';
import styles from './privacy.module.css';

export function ProcessingTab(): ReactNode {
  const t = useT();
  const format = useFormat();
  const { language } = useLocaleSettings();
  const { data, error, refresh } = useEngineQuery('processing.record', {});
  if (error !== null && data === undefined) return <ErrorState error={error} onRetry={refresh} />;
  if (data === undefined) return <LoadingState lines={8} />;
  const words = { t: (id: string) => t.any(id), language, date: (at: number) => format.instant(at) };
  return (
    <>
      <p className="dw-muted">{t('processing.lead')}</p>
      <TakeOut record={data} />
      {sectionsOf(data, words).map((section) => (
        <Section key={section.id} section={section} />
      ))}
    </>
  );
}

function TakeOut({ record }: { readonly record: ProcessingRecord }): ReactNode {
  const t = useT();
  const done = useDone();
  const { language } = useLocaleSettings();
  const today = useFormat().civilOf(useNow());
  const take = useEngineCommand('processing.export');
  const write = async (format: 'html' | 'csv'): Promise<void> => {
    const name = `${t('processing.title')} ${record.office} ${today}.${format}`;
    const place = await appClient.chooseSaveFile({ name });
    if (!place.ok || place.value === null) return;
    // The system's dialog has asked whether a file that is there may be replaced.
    const answer = await take.run({ to: place.value.token, format, language, replace: true });
    done(answer, answer.ok ? t('processing.written', { path: answer.value.path }) : '');
  };
  return (
    <div className={styles.take}>
      <Button icon={<IconFileText size="1rem" aria-hidden />} pending={take.pending} onClick={() => void write('html')}>
        {t('processing.as-page')}
      </Button>
      <Button icon={<IconTable size="1rem" aria-hidden />} pending={take.pending} onClick={() => void write('csv')}>
        {t('processing.as-table')}
      </Button>
    </div>
  );
}

function Section({ section: { title, head, rows } }: { readonly section: ProcessingSection }): ReactNode {
  return (
    <Panel title={title} flush>
      <table className={styles.table}>
        <thead>
          <tr>
            {head.map((words) => (
              <th key={words} scope="col">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join(' ')}>
              {row.map((cell, place) => (
                <td key={head[place]}>
                  <bdi>{cell}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
