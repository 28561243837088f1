// The first step: a file, and whether it can be read. Encoding, separator and sheet are guessed and can be changed.

import type { ReadOptions } from '@shared/features/imports/imports.contract';
import { IconFileImport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Bidi, Button, Buttons, Fields, LoadingState, Select, Stack, useT } from '../../ui';
import styles from './import.module.css';
import { PreviewTable } from './PreviewTable';
import type { ImportPlan, Look } from './use-import-plan';

export function FileStep({ plan }: { readonly plan: ImportPlan }): ReactNode {
  const t = useT();
  const { file, look, busy } = plan;
  return (
    <Stack>
      <Buttons start>
        <Button
          kind={file === null ? 'primary' : 'plain'}
          icon={<IconFileImport size="1.1rem" stroke={1.6} aria-hidden />}
          onClick={() => void plan.choose()}
        >
          {t(file === null ? 'import.choose' : 'import.chooseOther')}
        </Button>
        {file === null && <span className={styles.quiet}>{t('import.drop')}</span>}
        {file !== null && (
          <strong>
            <Bidi>{file.name}</Bidi>
          </strong>
        )}
        {look !== null && look.rowCount !== null && (
          <span className={styles.quiet}>{t('import.rows', { count: look.rowCount })}</span>
        )}
      </Buttons>
      {busy && (
        <div role="status">
          <p className={styles.quiet}>{t('import.reading')}</p>
          <LoadingState lines={4} />
        </div>
      )}
      {look !== null && !busy && (
        <>
          <ReadingFields look={look} read={plan.read} onChange={plan.readAs} />
          <PreviewTable look={look} />
          <Buttons>
            <Button kind="primary" onClick={() => plan.go('map')}>
              {t('import.next')}
            </Button>
          </Buttons>
        </>
      )}
    </Stack>
  );
}

interface ReadingFieldsProps {
  readonly look: Look;
  readonly read: ReadOptions;
  onChange(read: ReadOptions): void;
}

const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1256',
  'windows-1252',
  'iso-8859-6',
  'cp720',
  'cp864',
  'cp437',
  'cp850',
] as const;
const delimiters = [
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'bar'],
] as const;

function ReadingFields({ look, read, onChange }: ReadingFieldsProps): ReactNode {
  const t = useT();
  const encoding = encodings.find((one) => one === look.encoding) ?? null;
  const delimiter = delimiters.find(([sign]) => sign === look.delimiter)?.[0] ?? null;
  return (
    <Fields>
      <p className={styles.formatLine}>
        <span className={styles.quiet}>{t('import.format')}</span> {t(`import.format.${look.format}`)}
      </p>
      {look.encoding !== null && (
        <Select
          label={t('import.encoding')}
          value={encoding}
          options={encodings.map((value) => ({ value, label: t(`import.encoding.${value}`) }))}
          onChange={(next) => next !== null && onChange({ ...read, encoding: next })}
        />
      )}
      {look.format === 'csv' && (
        <Select
          label={t('import.delimiter')}
          value={delimiter}
          options={delimiters.map(([value, name]) => ({ value, label: t(`import.delimiter.${name}`) }))}
          onChange={(next) => next !== null && onChange({ ...read, delimiter: next })}
        />
      )}
      {look.sheets.length > 1 && (
        <Select
          label={t('import.sheet')}
          value={read.sheet ?? look.sheets[0] ?? null}
          options={look.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
          onChange={(sheet) => sheet !== null && onChange({ ...read, sheet })}
        />
      )}
      {(look.format === 'csv' || look.format === 'xlsx') && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={read.headerRow ?? look.headers.length > 0}
            onChange={(event) => onChange({ ...read, headerRow: event.currentTarget.checked })}
          />
          {t('import.header')}
        </label>
      )}
    </Fields>
  );
}
