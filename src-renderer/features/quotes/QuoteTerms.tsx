// What else a draft says: until when it holds, a discount on all of it, its language and its terms.

import type { Quote, QuoteVersion } from '@shared/features/quotes/quote';
import { languages } from '@shared/locale/language';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useMay } from '../../api';
import { CivilDateField, ErrorState, Form, Button, NumberInput, Panel, Select, TextField, useT } from '../../ui';

export interface QuoteTermsProps {
  readonly quote: Quote;
  readonly version: QuoteVersion;
}

export function QuoteTerms({ quote, version }: QuoteTermsProps): ReactNode {
  const t = useT();
  const disabled = !useMay()('quotes.write');
  const update = useEngineCommand('quotes.update');
  const [validUntil, setValidUntil] = useState(version.validUntil);
  const [language, setLanguage] = useState(quote.language);
  const [percent, setPercent] = useState(
    version.discount !== null && 'percent' in version.discount ? version.discount.percent / 100 : null,
  );
  const [terms, setTerms] = useState(version.terms ?? '');
  const save = async (): Promise<void> => {
    const kept = version.discount !== null && 'amount' in version.discount ? version.discount : null;
    const discount = percent === null || percent === 0 ? kept : { percent: Math.round(percent * 100) };
    await update.run({ id: quote.id, set: { validUntil, language, discount, terms } });
  };
  return (
    <Panel title={t('quotes.terms')}>
      <Form onSubmit={save}>
        <CivilDateField
          label={t('quotes.validUntil')}
          value={validUntil}
          disabled={disabled}
          onChange={setValidUntil}
        />
        <NumberInput
          label={t('quotes.discountPercent')}
          value={percent}
          min={0}
          max={100}
          disabled={disabled}
          onChange={setPercent}
        />
        {quote.number === null && (
          <Select
            label={t('catalogue.quote.language')}
            value={language}
            disabled={disabled}
            options={languages.map((one) => ({ value: one, label: t(`catalogue.quote.language.${one}`) }))}
            onChange={(chosen) => setLanguage(languages.find((one) => one === chosen) ?? language)}
          />
        )}
        <TextField
          label={t('catalogue.quote_version.terms')}
          rows={4}
          value={terms}
          disabled={disabled}
          onChange={setTerms}
        />
        <div>
          <Button type="submit" pending={update.pending} disabled={disabled}>
            {t('common.save')}
          </Button>
        </div>
        {update.error !== null && <ErrorState inline error={update.error} />}
      </Form>
    </Panel>
  );
}
