// What somebody needs, in their words, and which of our products fit, each with its reason.

import { needEntity } from '@shared/catalogue';
import type { NeedMatches } from '@shared/features/needs/needs.contract';
import type { PartyRecord } from '@shared/features/parties/party';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineQuery, useMay } from '../../../api';
import { Bidi, ChoiceSelect, Fields, TextField, useFormat, useLocaleSettings, useNow, useT } from '../../../ui';
import { PartForm } from './PartForm';
import { PartSection } from './PartSection';
import type { PartFormProps } from './PartSection';
import styles from './record.module.css';
import { usePartyEdit } from './use-party-edit';

type Need = PartyRecord['needs'][number];

export function NeedsSection({ record }: { readonly record: PartyRecord }): ReactNode {
  const t = useT();
  const matches = useMatches(record);
  return (
    <PartSection
      title={t('record.section.needs')}
      addLabel={t('record.addNeed')}
      part="need"
      items={record.needs}
      show={(need) => <NeedWords need={need} matches={matches?.find(({ needId }) => needId === need.id)} />}
      form={(props) => <NeedForm {...props} />}
    />
  );
}

function useMatches({ id, needs }: PartyRecord): readonly NeedMatches[] | undefined {
  const may = useMay();
  const asks = may('products.read') && needs.some(({ status }) => status === 'open');
  return useEngineQuery('needs.matches', { partyId: id }, { enabled: asks }).data?.needs;
}

function NeedWords({ need, matches }: { readonly need: Need; readonly matches: NeedMatches | undefined }): ReactNode {
  const t = useT();
  const { urgency, status, evidence } = need;
  const state =
    status === 'open' ? t.any(`catalogue.need.urgency.${urgency}`) : t.any(`catalogue.need.status.${status}`);
  return (
    <>
      <span className={styles.quietLine}>
        {state}
        {evidence !== null && evidence !== undefined && (
          <>
            {' · '}
            <Bidi>{evidence}</Bidi>
          </>
        )}
      </span>
      <span className={styles.addressLine}>
        <Bidi>{need.words}</Bidi>
      </span>
      {status === 'open' && matches !== undefined && <Matches matches={matches} />}
    </>
  );
}

function Matches({ matches }: { readonly matches: NeedMatches }): ReactNode {
  const t = useT();
  const { language } = useLocaleSettings();
  if (matches.count === 0) return <span className={styles.quietLine}>{t('record.need.no-match')}</span>;
  return (
    <details>
      <summary className={styles.quietLine}>{t('record.need.matches', { count: matches.count })}</summary>
      <ul className={styles.fits}>
        {matches.products.map(({ id, names, reasons }) => (
          <li key={id}>
            <bdi>{names[language]}</bdi>{' '}
            <span className="dw-muted">
              {reasons
                .map(({ tag, place, category }) =>
                  t(`record.need.because-${place}`, { tag, category: category?.[language] ?? '' }),
                )
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function NeedForm({ item, onClose }: PartFormProps<Need>): ReactNode {
  const t = useT();
  const edit = usePartyEdit();
  const format = useFormat();
  const today = format.civilOf(useNow(false));
  const [draft, setDraft] = useState({
    words: item?.words ?? '',
    tags: item?.tags ?? '',
    urgency: item?.urgency ?? ('soon' as const),
    status: item?.status ?? ('open' as const),
    evidence: item?.evidence ?? '',
  });
  const change = (part: Partial<typeof draft>): void => setDraft({ ...draft, ...part });
  const save = (): Promise<boolean> =>
    edit.save(
      { put: { needs: [{ id: item?.id, ...draft, notedOn: item === null ? today : item.notedOn }] } },
      t('record.section.needs'),
    );
  return (
    <PartForm edit={edit} ready={draft.words.trim() !== ''} onSave={save} onClose={onClose}>
      <TextField
        label={t('catalogue.need.words')}
        autoFocus
        required
        value={draft.words}
        onChange={(words) => change({ words })}
      />
      <TextField
        label={t('catalogue.need.tags')}
        hint={t('record.need.tags-hint')}
        value={draft.tags}
        onChange={(tags) => change({ tags })}
      />
      <Fields>
        <ChoiceSelect
          entity={needEntity}
          field="urgency"
          value={draft.urgency}
          onChange={(urgency) => urgency !== null && change({ urgency })}
        />
        <ChoiceSelect
          entity={needEntity}
          field="status"
          value={draft.status}
          onChange={(status) => status !== null && change({ status })}
        />
      </Fields>
      <TextField
        label={t('catalogue.need.evidence')}
        value={draft.evidence}
        onChange={(evidence) => change({ evidence })}
      />
    </PartForm>
  );
}
