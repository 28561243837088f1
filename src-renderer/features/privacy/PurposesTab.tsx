// The purposes of the office: on what grounds, with which data, and in which words people are asked.

import type { Purpose } from '@shared/features/privacy/purpose';
import { IconPencil, IconQuote } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useEngineQuery } from '../../api';
import { AddButton, Answer, Aside, Button, Chip, IconButton, Lines, SwitchLine, useFormat, useT } from '../../ui';
import { useDone } from '../operations';
import { balancingWords, usePurposeWords } from './purpose-words';
import { PurposeDialog } from './PurposeDialog';
import { WordingsDialog } from './WordingsDialog';

type Opened =
  | { readonly what: 'purpose'; readonly id: string | null }
  | { readonly what: 'wordings'; readonly id: string };

export function PurposesTab(): ReactNode {
  const t = useT();
  const answer = useEngineQuery('privacy.purposes', {});
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = (): void => setOpened(null);
  const chosen = answer.data?.purposes.find(({ id }) => id === opened?.id);
  return (
    <>
      <Answer of={answer} lines={8}>
        {({ purposes }) => (
          <>
            <AddButton label={t('privacy.new-purpose')} onClick={() => setOpened({ what: 'purpose', id: null })} />
            <Lines rows={purposes}>
              {(purpose) => (
                <PurposeLine
                  key={purpose.id}
                  purpose={purpose}
                  onEdit={() => setOpened({ what: 'purpose', id: purpose.id })}
                  onWordings={() => setOpened({ what: 'wordings', id: purpose.id })}
                />
              )}
            </Lines>
          </>
        )}
      </Answer>
      {opened?.what === 'purpose' && <PurposeDialog purpose={chosen ?? null} onClose={close} />}
      {opened?.what === 'wordings' && chosen !== undefined && <WordingsDialog purpose={chosen} onClose={close} />}
    </>
  );
}

interface PurposeLineProps {
  readonly purpose: Purpose;
  onEdit(): void;
  onWordings(): void;
}

function PurposeLine({ purpose, onEdit, onWordings }: PurposeLineProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const done = useDone();
  const save = useEngineCommand('privacy.savePurpose');
  const words = usePurposeWords()(purpose);
  const balancing = balancingWords(t, purpose);
  const turn = async (active: boolean): Promise<void> => {
    const { id, names, basis, categories } = purpose;
    const answer = await save.run({ id, names, basis, categories, balancing: purpose.balancing, active });
    done(answer, t('record.saved', { field: words }));
  };
  return (
    <SwitchLine
      words={words}
      on={purpose.active}
      pending={save.pending}
      onTurn={(active) => void turn(active)}
      detail={format.list(purpose.categories.map((category) => t.any(`privacy.category.${category}`)))}
      more={balancing !== null && <Aside>{balancing}</Aside>}
    >
      <Chip hue={purpose.basis === 'consent' ? 'green' : 'lapis'}>
        {t.any(`catalogue.purpose.basis.${purpose.basis}`)}
      </Chip>
      <Button kind="quiet" icon={<IconQuote size="1rem" aria-hidden />} onClick={onWordings}>
        {t('privacy.wordings', { count: purpose.wordings.length })}
      </Button>
      <IconButton label={t('privacy.edit', { purpose: words })} onClick={onEdit}>
        <IconPencil size="1.1rem" />
      </IconButton>
    </SwitchLine>
  );
}
