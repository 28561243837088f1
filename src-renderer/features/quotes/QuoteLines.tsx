// The lines of a version, each with why it costs what it costs, and what all of them come to.

import type { Quote, QuoteLine, QuoteLineDraft, QuoteVersion } from '@shared/features/quotes/quote';
import { formatQuantity } from '@shared/locale/quantity';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useMay } from '../../api';
import { AddButton, ErrorState, IconButton, MoneyText, Table, useFormat, useLocaleSettings, useT } from '../../ui';
import { LineDialog } from './LineDialog';
import styles from './quotes.module.css';

export interface QuoteLinesProps {
  readonly quote: Quote;
  readonly version: QuoteVersion;
  readonly editable: boolean;
}

/** A line that is kept, as it would be typed again. */
const typed = (line: QuoteLine): QuoteLineDraft => ({
  ...(line.productId === null ? {} : { productId: line.productId }),
  text: line.text,
  quantity: line.quantity,
  unitPrice: line.unitPrice,
  ...(line.discount === null ? {} : { discount: line.discount }),
  taxIds: line.taxes.map(({ id }) => id),
});

export function QuoteLines({ quote, version, editable }: QuoteLinesProps): ReactNode {
  const t = useT();
  const mayWrite = useMay()('quotes.write') && editable;
  const update = useEngineCommand('quotes.update');
  const [edited, setEdited] = useState<number | null>(null);
  const drafts = version.lines.map(typed);
  const keep = async (lines: readonly QuoteLineDraft[]): Promise<boolean> =>
    (await update.run({ id: quote.id, set: { lines: [...lines] } })).ok;
  const head = [
    t('quotes.line.number'),
    t('quotes.line.text'),
    t('quotes.line.quantity'),
    t('quotes.line.unitPrice'),
    t('quotes.line.amount'),
  ];
  return (
    <>
      <div className={styles.scroll}>
        <Table
          head={mayWrite ? [...head, t('quotes.line.change')] : head}
          label={t('quotes.lines')}
          className={styles.table}
        >
          {version.lines.map((line, place) => (
            <Row
              key={place}
              line={line}
              place={place}
              currency={quote.currency}
              onEdit={mayWrite ? () => setEdited(place) : undefined}
              onRemove={mayWrite ? () => void keep(drafts.toSpliced(place, 1)) : undefined}
            />
          ))}
        </Table>
      </div>
      {mayWrite && (
        <div className={styles.add}>
          <AddButton label={t('quotes.line.add')} onClick={() => setEdited(drafts.length)} />
        </div>
      )}
      {update.error !== null && edited === null && <ErrorState inline error={update.error} />}
      <Sums quote={quote} version={version} />
      {edited !== null && (
        <LineDialog
          line={version.lines[edited] ?? null}
          currency={quote.currency}
          pending={update.pending}
          failure={update.error}
          onClose={() => setEdited(null)}
          onKeep={async (line) => {
            if (await keep(drafts.toSpliced(edited, 1, line))) setEdited(null);
          }}
        />
      )}
    </>
  );
}

interface RowProps {
  readonly line: QuoteLine;
  readonly place: number;
  readonly currency: string;
  readonly onEdit?: (() => void) | undefined;
  readonly onRemove?: (() => void) | undefined;
}

function Row({ line, place, currency, onEdit, onRemove }: RowProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const settings = useLocaleSettings();
  return (
    <tr>
      <td>{format.number(place + 1)}</td>
      <td>
        <bdi dir="auto">{line.text}</bdi>
        {line.why.map((words) => (
          <div key={words.en} className={styles.why}>
            <bdi>{words[settings.language]}</bdi>
          </div>
        ))}
        {line.lineDiscount > 0 && (
          <div className={styles.why}>
            {t('quotes.line.discounted', { amount: format.money(line.lineDiscount, currency) })}
          </div>
        )}
      </td>
      <td className={styles.figure}>{formatQuantity(line.quantity, settings)}</td>
      <td className={styles.figure}>
        <MoneyText minor={line.unitPrice} currency={currency} />
      </td>
      <td className={styles.figure}>
        <MoneyText minor={line.list - line.lineDiscount} currency={currency} />
      </td>
      {onEdit !== undefined && onRemove !== undefined && (
        <td>
          <IconButton small label={t('record.editField', { field: line.text })} onClick={onEdit}>
            <IconPencil size="1rem" aria-hidden />
          </IconButton>
          <IconButton small label={t('quotes.line.remove', { text: line.text })} onClick={onRemove}>
            <IconTrash size="1rem" aria-hidden />
          </IconButton>
        </td>
      )}
    </tr>
  );
}

function Sums({ quote: { currency }, version }: Pick<QuoteLinesProps, 'quote' | 'version'>): ReactNode {
  const t = useT();
  const format = useFormat();
  const { language } = useLocaleSettings();
  const { sums, payable } = version;
  const lines = [
    ...(sums.documentDiscount > 0 ? [{ label: t('quotes.sum.discount'), minor: -sums.documentDiscount }] : []),
    { label: t('quotes.sum.net'), minor: sums.net },
    ...sums.taxes.map((tax) => ({
      label: t('quotes.sum.tax', {
        name: tax.names[language],
        rate: format.number(tax.rate / 10_000, { style: 'percent', maximumFractionDigits: 2 }),
      }),
      minor: tax.amount,
    })),
    { label: t('quotes.sum.payable'), minor: payable },
  ];
  return (
    <dl className={styles.sums}>
      {lines.map(({ label, minor }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <MoneyText minor={minor} currency={currency} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
