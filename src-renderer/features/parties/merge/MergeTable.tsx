// The comparison itself: a column per record, a row per field. Where they differ, one value is chosen to be shown; none is lost.

import type { ShownChoices, ShownField } from '@shared/features/parties/cluster';
import type { MergePreview, MergeSide } from '@shared/features/parties/merging';
import type { ReactNode } from 'react';
import { Avatar, Bidi, Button, InstantText, RadioMark, useT } from '../../../ui';
import { BringsAlong } from './BringsAlong';
import { FieldValue, hasShown } from './FieldValue';
import { fieldWords } from './field-words';
import styles from './merge.module.css';

export interface MergeTableProps {
  readonly preview: MergePreview;
  readonly choices: ShownChoices;
  onChoose(field: ShownField, source: string): void;
  /** Makes another record the one that stands for all. */
  onStands(id: string): void;
}

export function MergeTable({ preview, choices, onChoose, onStands }: MergeTableProps): ReactNode {
  const t = useT();
  const { sides, fields } = preview;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            {sides.map((side, at) => (
              <th key={side.id} scope="col" data-stands={at === 0 || undefined}>
                <SideHead side={side} stands={at === 0} onStands={() => onStands(side.id)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map((row) => (
            <FieldRow key={row.field} row={row} sides={sides} chosen={choices[row.field]} onChoose={onChoose} />
          ))}
          <tr>
            <th scope="row">{t('merging.brings')}</th>
            {sides.map((side, at) => (
              <td key={side.id} data-stands={at === 0 || undefined}>
                <BringsAlong counts={side.counts} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

const hueOfKind = { person: 'lapis', organisation: 'teal', group: 'violet' } as const;

interface SideHeadProps {
  readonly side: MergeSide;
  readonly stands: boolean;
  onStands(): void;
}

function SideHead({ side, stands, onStands }: SideHeadProps): ReactNode {
  const t = useT();
  return (
    <div className={styles.head}>
      <Avatar name={side.name} size={36} hue={hueOfKind[side.kind]} />
      <div className={styles.headWords}>
        <span className={styles.name}>
          <Bidi>{side.name}</Bidi>
        </span>
        <span className={styles.quiet}>
          <InstantText value={side.createdAt} time={false} />
          {side.records > 1 && <> · {t('merging.records', { count: side.records })}</>}
        </span>
        {stands ? (
          <span className={styles.standing}>{t('merging.stands')}</span>
        ) : (
          <Button small kind="quiet" className={styles.stand} onClick={onStands}>
            {t('merging.letStand')}
          </Button>
        )}
      </div>
    </div>
  );
}

interface FieldRowProps {
  readonly row: MergePreview['fields'][number];
  readonly sides: readonly MergeSide[];
  readonly chosen: string | undefined;
  onChoose(field: ShownField, source: string): void;
}

function FieldRow({ row, sides, chosen, onChoose }: FieldRowProps): ReactNode {
  const t = useT();
  const { field, sources, differs } = row;
  const label = t(fieldWords(field, sides[0]?.kind));
  const shown = chosen !== undefined && sources.includes(chosen) ? chosen : row.shown;
  return (
    <tr data-differs={differs || undefined}>
      <th scope="row">{label}</th>
      {sides.map((side, at) => {
        const source = sources[at] ?? side.id;
        const value = <FieldValue field={field} side={side} />;
        const isShown = source === shown && hasShown(field, side);
        return (
          <td key={side.id} data-stands={at === 0 || undefined} data-shown={isShown || undefined}>
            {differs && hasShown(field, side) ? (
              <RadioMark
                group={`merge-${field}`}
                checked={isShown}
                label={value}
                labelClass={styles.choice}
                onChoose={() => onChoose(field, source)}
              />
            ) : (
              value
            )}
          </td>
        );
      })}
    </tr>
  );
}
