// The head of a deal: what it is, with whom, where it stands; moving it on, letting it rest, putting it in the bin.

import type { Deal } from '@shared/features/deals/deal';
import { IconArrowsExchange2, IconPlayerPause, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useMay } from '../../../api';
import {
  Button,
  Dialog,
  Form,
  FormFoot,
  Menu,
  MenuItem,
  PageTitle,
  PartyName,
  PlaceLink,
  TextField,
  useT,
} from '../../../ui';
import { useDone } from '../../operations';
import type { Pipeline } from '../../pipelines';
import { DealMarks } from '../deal-marks';
import { stagesFor } from '../move/move';
import { useMoveDeal } from '../move/use-move';
import styles from './record.module.css';

export interface DealHeadProps {
  readonly deal: Deal;
  readonly pipeline: Pipeline;
}

export function DealHead({ deal, pipeline }: DealHeadProps): ReactNode {
  const t = useT();
  const mayChange = useMay()('deals.write');
  const detail = (
    <span className={styles.headFacts}>
      <PartyName name={deal.party.name} id={deal.party.id} />
      <span>{pipeline.name}</span>
      <DealMarks deal={deal} />
      {deal.leadId !== null && (
        <PlaceLink to={{ page: 'lead', id: deal.leadId }} className="dw-link">
          {t('deals.cameFrom')}
        </PlaceLink>
      )}
    </span>
  );
  return (
    <>
      <PageTitle
        detail={detail}
        actions={mayChange && deal.deletedAt === null && <Actions deal={deal} pipeline={pipeline} />}
      >
        <bdi dir="auto">{deal.title}</bdi>
      </PageTitle>
      {deal.deletedAt !== null && <InBin deal={deal} mayRestore={mayChange} />}
    </>
  );
}

function Actions({ deal, pipeline }: DealHeadProps): ReactNode {
  const t = useT();
  const done = useDone();
  const remove = useEngineCommand('deals.remove');
  const mover = useMoveDeal(() => undefined);
  const toBin = async (): Promise<void> =>
    done(await remove.run({ ids: [deal.id] }), t('deals.removed', { title: deal.title }));
  return (
    <>
      <Menu
        trigger={
          <Button
            kind="primary"
            icon={<IconArrowsExchange2 size="1.05rem" stroke={1.6} aria-hidden />}
            aria-haspopup="menu"
          >
            {t('deals.moveToWhere')}
          </Button>
        }
      >
        {stagesFor(pipeline, deal.stageId).map((stage) => (
          <MenuItem key={stage.id} onClick={() => mover.move(deal, stage)}>
            <bdi>{stage.name}</bdi>
          </MenuItem>
        ))}
      </Menu>
      {deal.state === 'open' && <PauseButton deal={deal} />}
      <Button
        kind="quiet"
        icon={<IconTrash size="1.05rem" stroke={1.6} aria-hidden />}
        pending={remove.pending}
        onClick={() => void toBin()}
      >
        {t('deals.remove')}
      </Button>
      {mover.dialog}
    </>
  );
}

function PauseButton({ deal }: { readonly deal: Deal }): ReactNode {
  const t = useT();
  const done = useDone();
  const resume = useEngineCommand('deals.resume');
  const [pausing, setPausing] = useState(false);
  const goOn = async (): Promise<void> => done(await resume.run({ id: deal.id }), t('deals.resumed'));
  if (deal.isPaused) {
    return (
      <Button
        icon={<IconPlayerPlay size="1.05rem" stroke={1.6} aria-hidden />}
        pending={resume.pending}
        onClick={() => void goOn()}
      >
        {t('deals.resume')}
      </Button>
    );
  }
  return (
    <>
      <Button icon={<IconPlayerPause size="1.05rem" stroke={1.6} aria-hidden />} onClick={() => setPausing(true)}>
        {t('deals.pause')}
      </Button>
      {pausing && <PauseDialog id={deal.id} onClose={() => setPausing(false)} />}
    </>
  );
}

function PauseDialog({ id, onClose }: { readonly id: string; onClose(): void }): ReactNode {
  const t = useT();
  const done = useDone();
  const pause = useEngineCommand('deals.pause');
  const [reason, setReason] = useState('');
  const save = async (): Promise<void> => {
    const result = await pause.run({ id, reason: reason.trim() === '' ? null : reason });
    if (!result.ok) return;
    done(result, t('deals.paused'));
    onClose();
  };
  return (
    <Dialog opened size="small" onClose={onClose} title={t('deals.pause')}>
      <Form onSubmit={save}>
        <TextField
          label={t('catalogue.deal_pause.reason')}
          hint={t('deals.pauseHint')}
          autoFocus
          value={reason}
          onChange={setReason}
        />
        <FormFoot pending={pause.pending} failure={pause.error} save={t('deals.pause')} onClose={onClose} />
      </Form>
    </Dialog>
  );
}

function InBin({ deal, mayRestore }: { readonly deal: Deal; readonly mayRestore: boolean }): ReactNode {
  const t = useT();
  const done = useDone();
  const restore = useEngineCommand('deals.restore');
  return (
    <div className={styles.deleted} role="status">
      <span>{t('deals.inBin')}</span>
      {mayRestore && (
        <Button
          small
          pending={restore.pending}
          onClick={async () => done(await restore.run({ ids: [deal.id] }), t('deals.restored', { title: deal.title }))}
        >
          {t('record.restore')}
        </Button>
      )}
    </div>
  );
}
