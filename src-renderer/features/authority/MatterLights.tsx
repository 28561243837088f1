// The lights of one pair: a row for each kind of data, whether the caller may be told and may act, and why.

import type { MatterLight } from '@shared/features/authority/authority.contract';
import { deeds, type Deed } from '@shared/features/authority/situation';
import type { ReactNode } from 'react';
import { useFormat, useT } from '../../ui';
import type { Translate } from '../../ui';
import styles from './authority.module.css';
import { LightMark } from './LightMark';
import { reasonWords } from './reason-words';

export interface MatterLightsProps {
  readonly lights: readonly (MatterLight & { readonly fields?: readonly string[] })[];
  /** For a call: the light to be told stands large. */
  readonly large?: boolean;
}

export function MatterLights({ lights, large = false }: MatterLightsProps): ReactNode {
  const t = useT();
  return (
    <table className={styles.lights} data-large={large || undefined}>
      <thead>
        <tr>
          <th scope="col">{t('authority.matters')}</th>
          {deeds.map((deed) => (
            <th scope="col" key={deed}>
              {t(`authority.deed.${deed}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lights.map((light) => (
          <tr key={light.matter} data-matter={light.matter}>
            <th scope="row">
              {t(`authority.matter.${light.matter}`)}
              {large && <Tellable fields={light.fields ?? []} />}
            </th>
            {deeds.map((deed) => (
              <td key={deed} data-deed={deed}>
                <Verdict light={light} deed={deed} large={large} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Verdict({
  light,
  deed,
  large,
}: {
  readonly light: MatterLight;
  readonly deed: Deed;
  readonly large: boolean;
}): ReactNode {
  const t = useT();
  const format = useFormat();
  const verdict = light[deed];
  return (
    <div className={styles.verdict}>
      <LightMark light={verdict.light} label={lightLabel(t, light, deed)} large={large} />
      <span className={styles.reasons}>
        {[...new Set(verdict.reasons.map((reason) => reasonWords(t, format, reason)))].map((words) => (
          <span key={words}>{words}</span>
        ))}
      </span>
    </div>
  );
}

function Tellable({ fields }: { readonly fields: readonly string[] }): ReactNode {
  const t = useT();
  const format = useFormat();
  const words = [...new Set(fields.map((field) => t.any(`catalogue.${toldBy(field, fields)}`)))];
  if (words.length === 0) return null;
  return <span className={styles.tells}>{t('authority.tells', { fields: format.list(words) })}</span>;
}

/** Of an entity with many fields its own word stands for them all. */
const MANY = 4;
function toldBy(field: string, all: readonly string[]): string {
  const entity = field.split('.')[0] ?? field;
  return all.filter((one) => one.startsWith(`${entity}.`)).length >= MANY ? entity : field;
}

export const lightLabel = (t: Translate, light: MatterLight, deed: Deed): string =>
  t('authority.light-of', {
    deed: t(`authority.deed.${deed}`),
    matter: t(`authority.matter.${light.matter}`),
    light: t(`authority.light.${light[deed].light}`),
  });
