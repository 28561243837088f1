// Numbers and papers: shown as far as this reader may see them, each with what its published rule says.

import { identifierEntity } from '@shared/catalogue';
import { checkIdentifier } from '@shared/features/parties/identifiers';
import type { PartyRecord } from '@shared/features/parties/party';
import { IconAlertTriangle, IconCheck, IconEyeOff, IconHelp, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import {
  Bidi,
  Chip,
  ChoiceSelect,
  CivilDateField,
  DateText,
  Phone,
  TextField,
  useFormat,
  useNow,
  useT,
} from '../../../ui';
import { useSession } from '../../../api';
import { useDistinct } from '../merge/origins';
import { CopyButton } from './ContactValue';
import { isYear } from './next-occasion';
import { PartForm, orNull } from './PartForm';
import { PartSection } from './PartSection';
import type { PartFormProps } from './PartSection';
import styles from './record.module.css';
import { usePartyEdit } from './use-party-edit';

type Identifier = PartyRecord['identifiers'][number];

export function IdentifiersSection({ record }: { readonly record: PartyRecord }): ReactNode {
  const t = useT();
  return (
    <PartSection
      title={t('record.section.identifiers')}
      addLabel={t('record.addIdentifier')}
      part="identifier"
      leaves="identifier.value"
      items={useDistinct(record.identifiers, ({ scheme, value }) => `${scheme} ${value.text}`)}
      show={(identifier) => <IdentifierWords identifier={identifier} />}
      form={(props) => <IdentifierForm {...props} />}
    />
  );
}

function IdentifierWords({ identifier }: { readonly identifier: Identifier }): ReactNode {
  const t = useT();
  const format = useFormat();
  const today = format.civilOf(useNow());
  const { value, expiresOn, issuer } = identifier;
  return (
    <>
      <span className={styles.pointLine}>
        {value.masked ? (
          <Phone value={format.digits(value.text)} />
        ) : (
          <CopyButton text={value.text} briefly>
            <Phone value={format.digits(value.text)} />
          </CopyButton>
        )}
        {value.masked && <HiddenMark />}
        {!value.masked && <Verdict verdict={identifier.verdict} />}
      </span>
      <span className={styles.quiet}>{t.any(`catalogue.identifier.scheme.${identifier.scheme}`)}</span>
      {issuer && (
        <span className={styles.quietLine}>
          {t('record.field.issuer')}: <Bidi>{issuer}</Bidi>
        </span>
      )}
      {expiresOn && (
        <span className={styles.quietLine}>
          {t('record.field.expiresOn')}: <DateText value={expiresOn} />{' '}
          {!isYear(expiresOn) && expiresOn < today && <Chip hue="clay">{t('record.expired')}</Chip>}
        </span>
      )}
      {identifier.verdict === 'invalid' && (
        <span className={styles.caution}>
          {value.masked ? t('record.verdict.invalid') : <Slip scheme={identifier.scheme} value={value.text} />}{' '}
          {t('record.verdict.kept')}
        </span>
      )}
    </>
  );
}

/** Why a number is not shown: hidden by the role, or sealed under a key that its people do not have. */
function HiddenMark(): ReactNode {
  const t = useT();
  const isSealed = useSession().sealed.some(({ field, isHeld }) => field === 'identifier.value' && !isHeld);
  const Icon = isSealed ? IconLock : IconEyeOff;
  const why = isSealed ? t('sealing.record') : t('record.masked');
  return (
    <span title={why} className={styles.maskMark}>
      <Icon size="0.9rem" role="img" aria-label={why} />
    </span>
  );
}

const verdictIcons = { valid: IconCheck, invalid: IconAlertTriangle, unchecked: IconHelp } as const;

function Verdict({ verdict }: { readonly verdict: Identifier['verdict'] }): ReactNode {
  const t = useT();
  const Icon = verdictIcons[verdict];
  const why = verdict === 'unchecked' ? t('record.verdict.uncheckedWhy') : t(`record.verdict.${verdict}`);
  return (
    <span className={styles.verdict} data-verdict={verdict} title={why}>
      <Icon size="0.9rem" stroke={2} role="img" aria-label={t(`record.verdict.${verdict}`)} />
    </span>
  );
}

interface SlipProps {
  readonly scheme: Identifier['scheme'];
  readonly value: string;
}

/** Why a number cannot be right, as far as its published rule tells. */
function Slip({ scheme, value }: SlipProps): ReactNode {
  const t = useT();
  const { reason } = checkIdentifier(scheme, value);
  return reason === undefined ? null : t(`errors.identifier.${reason}`);
}

function IdentifierForm({ item, onClose }: PartFormProps<Identifier>): ReactNode {
  const t = useT();
  const edit = usePartyEdit();
  const masked = item?.value.masked === true;
  const [scheme, setScheme] = useState<Identifier['scheme'] | null>(item?.scheme ?? null);
  const [value, setValue] = useState(masked ? '' : (item?.value.text ?? ''));
  const [issuer, setIssuer] = useState(item?.issuer ?? '');
  const [expiresOn, setExpiresOn] = useState<string | null>(item?.expiresOn ?? null);
  const typed = value.trim() === '' ? {} : { value };
  // Said once the number is typed: half of one is no slip.
  const [left, setLeft] = useState(false);
  const slip = left && scheme !== null && value.trim() !== '' && (
    <span className={styles.caution}>
      <Slip scheme={scheme} value={value} />
    </span>
  );
  const save = (): Promise<boolean> =>
    edit.save(
      {
        put: {
          identifiers: [{ id: item?.id, scheme: scheme ?? 'other', ...typed, issuer: orNull(issuer), expiresOn }],
        },
      },
      t('record.section.identifiers'),
    );
  return (
    <PartForm edit={edit} ready={scheme !== null && (masked || value.trim() !== '')} onSave={save} onClose={onClose}>
      <ChoiceSelect
        entity={identifierEntity}
        field="scheme"
        label={t('record.field.scheme')}
        autoFocus={item === null}
        value={scheme}
        onChange={setScheme}
      />
      <TextField
        label={t('record.field.value')}
        direction="ltr"
        autoFocus={item !== null}
        value={value}
        maxLength={100}
        hint={slip || (masked ? t('record.maskedKeep') : undefined)}
        onChange={(next) => {
          setLeft(false);
          setValue(next);
        }}
        onBlur={() => setLeft(true)}
      />
      <TextField label={t('record.field.issuer')} value={issuer} onChange={setIssuer} />
      <CivilDateField label={t('record.field.expiresOn')} value={expiresOn} onChange={setExpiresOn} />
    </PartForm>
  );
}
