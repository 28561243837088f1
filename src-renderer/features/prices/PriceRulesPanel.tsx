// In the settings: the rules of prices in their order, each on or off in its line.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { IconPencil } from '@tabler/icons-react';
import { useEngineCommand } from '../../api';
import {
  AddButton,
  Banner,
  Button,
  ErrorState,
  IconButton,
  Lines,
  LoadingState,
  Panel,
  SwitchLine,
  useLocaleSettings,
  useT,
} from '../../ui';
import { useDone } from '../operations';
import { PriceRuleDialog } from './PriceRuleDialog';
import { useDays } from './use-days';
import { usePriceRules } from './use-offer';
import type { PriceRule } from './use-offer';

export function PriceRulesPanel(): ReactNode {
  const t = useT();
  const { rules, refused, error, refresh } = usePriceRules();
  const [edited, setEdited] = useState<PriceRule | 'new' | null>(null);
  return (
    <Panel
      title={t('prices.rules')}
      action={<AddButton small label={t('prices.rules.add')} onClick={() => setEdited('new')} />}
    >
      <p className="dw-muted">{t('prices.rules.lead')}</p>
      {error !== null && <ErrorState inline error={error} onRetry={refresh} />}
      {error === null && rules === undefined && <LoadingState lines={2} />}
      {refused?.map((rule) => (
        <RefusedLine key={rule.id} id={rule.id} name={rule.name} />
      ))}
      {rules !== undefined && (
        <Lines bare rows={rules} empty={t('prices.rules.none')}>
          {(rule) => <RuleLine key={rule.id} rule={rule} onEdit={() => setEdited(rule)} />}
        </Lines>
      )}
      {edited !== null && <PriceRuleDialog rule={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Panel>
  );
}

function RuleLine({ rule, onEdit }: { readonly rule: PriceRule; onEdit(): void }): ReactNode {
  const t = useT();
  const done = useDone();
  const days = useDays();
  const { language } = useLocaleSettings();
  const save = useEngineCommand('priceRules.save');
  const { name, words, ...stored } = rule;
  const turn = async (active: boolean): Promise<void> =>
    done(await save.run({ ...stored, active }), t('prices.rules.saved'));
  return (
    <SwitchLine
      words={name}
      on={rule.active}
      pending={save.pending}
      onTurn={(on) => void turn(on)}
      detail={[words[language], ...days(rule)].join(' · ')}
      more={save.error !== null && <ErrorState inline error={save.error} />}
    >
      <IconButton small label={t('record.editField', { field: name })} onClick={onEdit}>
        <IconPencil size="1rem" stroke={1.6} aria-hidden />
      </IconButton>
    </SwitchLine>
  );
}

/** It stops every price: said above all others, with the way out. */
function RefusedLine({ id, name }: { readonly id: string; readonly name: string }): ReactNode {
  const t = useT();
  const done = useDone();
  const stop = useEngineCommand('priceRules.stop');
  const halt = async (): Promise<void> => done(await stop.run({ id }), t('prices.rules.stopped'));
  return (
    <>
      <Banner
        tone="danger"
        action={
          <Button small pending={stop.pending} onClick={() => void halt()}>
            {t('prices.rules.stop')}
          </Button>
        }
      >
        <strong>
          <bdi>{name}</bdi>
        </strong>{' '}
        {t('prices.rules.refused')}
      </Banner>
      {stop.error !== null && <ErrorState inline error={stop.error} />}
    </>
  );
}
