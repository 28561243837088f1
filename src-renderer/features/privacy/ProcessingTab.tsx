// The record of processing, as an authority asks for it; taken out as a page or a table.

import type { ProcessingRecord } from '@shared/features/processing/processing.contract';
import { sectionsOf, type ProcessingSection } from '@shared/features/processing/processing-words';
import { IconFileText, IconTable } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { appClient, useEngineCommand, useEngineQuery } from '../../api';
import { Answer, Button, Buttons, Panel, Table, useFormat, useLocaleSettings, useNow, useT } from '../../ui';
import { useDone } from '../operations';

export function ProcessingTab(): ReactNode {
  const t = useT();
  const format = useFormat();
  const { language } = useLocaleSettings();
  const answer = useEngineQuery('processing.record', {});
  const words = { t: (id: string) => t.any(id), language, date: (at: number) => format.instant(at) };
  return (
    <>
      <p className="dw-muted">{t('processing.lead')}</p>
      <Answer of={answer} lines={8}>
        {(record) => (
          <>
            <TakeOut record={record} />
            {sectionsOf(record, words).map((section) => (
              <Section key={section.id} section={section} />
            ))}
          </>
        )}
      </Answer>
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
    <Buttons start>
      <Button icon={<IconFileText size="1rem" aria-hidden />} pending={take.pending} onClick={() => void write('html')}>
        {t('processing.as-page')}
      </Button>
      <Button icon={<IconTable size="1rem" aria-hidden />} pending={take.pending} onClick={() => void write('csv')}>
        {t('processing.as-table')}
      </Button>
    </Buttons>
  );
}

function Section({ section: { title, head, rows } }: { readonly section: ProcessingSection }): ReactNode {
  return (
    <Panel title={title} flush>
      <Table head={head}>
        {rows.map((row) => (
          <tr key={row.join(' ')}>
            {row.map((cell, place) => (
              <td key={head[place]}>
                <bdi>{cell}</bdi>
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </Panel>
  );
}
