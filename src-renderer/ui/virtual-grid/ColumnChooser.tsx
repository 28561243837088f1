// Which columns a list shows, and how wide: by mouse or keyboard, without dragging.

import { IconColumns3, IconMinus, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Button } from '../Button';
import { Checkmark } from '../checks';
import { IconButton } from '../IconButton';
import { Popover } from '../popover';
import { useT } from '../words';
import style from './ColumnChooser.module.css';
import { MAX_COLUMN, MIN_COLUMN } from './grid-types';

export interface ChoosableColumn {
  readonly key: string;
  readonly header: string;
  readonly width: number;
  /** Always shown (the name). */
  readonly fixed?: boolean;
}

export interface ColumnChooserProps {
  readonly columns: readonly ChoosableColumn[];
  readonly shown: readonly string[];
  readonly onShown: (keys: string[]) => void;
  readonly onResize: (key: string, width: number) => void;
}

const STEP = 24;

export function ColumnChooser({ columns, shown, onShown, onResize }: ColumnChooserProps): ReactNode {
  const t = useT();
  const change = (key: string, on: boolean): void =>
    onShown(
      columns.filter((column) => (column.key === key ? on : shown.includes(column.key))).map((column) => column.key),
    );
  const resize = ({ key, width }: ChoosableColumn, by: number): void =>
    onResize(key, Math.min(MAX_COLUMN, Math.max(MIN_COLUMN, width + by)));
  return (
    <Popover
      label={t('common.columns')}
      align="end"
      className={style.panel}
      trigger={
        <Button small icon={<IconColumns3 size="1.1rem" stroke={1.6} aria-hidden />} aria-haspopup="dialog">
          {t('common.columns')}
        </Button>
      }
    >
      {columns.map((column) => (
        <div key={column.key} className={style.line}>
          <Checkmark
            small
            label={column.header}
            checked={column.fixed === true || shown.includes(column.key)}
            disabled={column.fixed}
            onChange={(on) => change(column.key, on)}
          />
          <span className={style.widths}>
            <IconButton
              small
              label={t('common.column-narrower', { column: column.header })}
              onClick={() => resize(column, -STEP)}
            >
              <IconMinus size="0.9rem" aria-hidden />
            </IconButton>
            <IconButton
              small
              label={t('common.column-wider', { column: column.header })}
              onClick={() => resize(column, STEP)}
            >
              <IconPlus size="0.9rem" aria-hidden />
            </IconButton>
          </span>
        </div>
      ))}
    </Popover>
  );
}
