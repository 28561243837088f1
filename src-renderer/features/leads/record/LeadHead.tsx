// The head of a lead: what is wanted and by whom, where it stands, and what can be done with it next.

import { openLeadStates, isOpenLead } from '@shared/features/leads/response';
import type { Lead } from '@shared/features/leads/lead';
import { IconBriefcase, IconDots, IconPhone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useMay } from '../../../api';
import { Button, failureWords, Menu, MenuDivider, MenuItem, notify, PageTitle, PartyName, useT } from '../../../ui';
import { useDone } from '../../operations';
import { AssignDialog } from '../AssignDialog';
import { LeadState, ResponseMark, ScoreMark } from '../lead-marks';
import styles from '../leads.module.css';
import { ContactDialog } from '../steps/ContactDialog';
import { DisqualifyDialog } from '../steps/DisqualifyDialog';
import { QualifyDialog } from '../steps/QualifyDialog';

interface LeadProps {
  readonly lead: Lead;
}

export function LeadHead({ lead }: LeadProps): ReactNode {
  const t = useT();
  const may = useMay();
  const live = lead.deletedAt === null;
  const detail = (
    <span className={styles.facts}>
      <PartyName name={lead.party.name} id={lead.party.id} />
      <LeadState state={lead.state} />
      <ResponseMark response={lead.response} />
      <ScoreMark score={lead.score} />
    </span>
  );
  return (
    <>
      <PageTitle detail={detail} actions={live && may('leads.write') && <Actions lead={lead} />}>
        <bdi dir="auto">{lead.interest ?? t('leads.unnamed')}</bdi>
      </PageTitle>
      {!live && <InBin lead={lead} />}
    </>
  );
}

type Opened = 'contact' | 'qualify' | 'disqualify' | 'assign';

function Actions({ lead }: LeadProps): ReactNode {
  const t = useT();
  const may = useMay();
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = (): void => setOpened(null);
  const open = isOpenLead(lead.state);
  return (
    <>
      {open && may('activities.write') && (
        <Button icon={<IconPhone size="1.05rem" stroke={1.6} aria-hidden />} onClick={() => setOpened('contact')}>
          {t('leads.contact')}
        </Button>
      )}
      {open && may('deals.write') && (
        <Button
          kind="primary"
          icon={<IconBriefcase size="1.05rem" stroke={1.6} aria-hidden />}
          onClick={() => setOpened('qualify')}
        >
          {t('leads.qualify')}
        </Button>
      )}
      <MoreMenu lead={lead} onOpen={setOpened} />
      {opened === 'contact' && <ContactDialog lead={lead} onClose={close} />}
      {opened === 'qualify' && <QualifyDialog lead={lead} onClose={close} />}
      {opened === 'disqualify' && <DisqualifyDialog lead={lead} onClose={close} />}
      {opened === 'assign' && <AssignDialog ids={[lead.id]} onClose={close} />}
    </>
  );
}

function MoreMenu({ lead, onOpen }: LeadProps & { onOpen(dialog: Opened): void }): ReactNode {
  const t = useT();
  const may = useMay();
  const done = useDone();
  const step = useEngineCommand('leads.step');
  const reopen = useEngineCommand('leads.reopen');
  const remove = useEngineCommand('leads.remove');
  const open = isOpenLead(lead.state);
  const fromState = openLeadStates.find((state) => state === lead.state);
  const told = async (running: ReturnType<typeof reopen.run>, words: string): Promise<void> => {
    const result = await running;
    if (result.ok) done(result, words);
    else notify({ message: failureWords(t, result.error), tone: 'danger' });
  };
  const stateWords = (state: Lead['state']): string => t(`catalogue.lead.state.${state}`);
  const trigger = (
    <Button icon={<IconDots size="1.05rem" stroke={1.6} aria-hidden />} aria-haspopup="menu">
      {t('leads.more')}
    </Button>
  );
  return (
    <Menu trigger={trigger}>
      {open &&
        openLeadStates
          .filter((state) => state !== lead.state)
          .map((toState) => (
            <MenuItem
              key={toState}
              onClick={() =>
                void told(
                  step.run({ id: lead.id, toState, fromState }),
                  t('leads.stepped', { state: stateWords(toState) }),
                )
              }
            >
              {t('leads.stepTo', { state: stateWords(toState) })}
            </MenuItem>
          ))}
      {open && <MenuItem onClick={() => onOpen('disqualify')}>{t('leads.disqualify')}</MenuItem>}
      {!open && (
        <MenuItem onClick={() => void told(reopen.run({ id: lead.id }), t('leads.reopened'))}>
          {t('leads.reopen')}
        </MenuItem>
      )}
      {may('leads.assign') && <MenuItem onClick={() => onOpen('assign')}>{t('leads.assign')}</MenuItem>}
      <MenuDivider />
      <MenuItem onClick={async () => done(await remove.run({ ids: [lead.id] }), t('leads.removed'))}>
        {t('deals.remove')}
      </MenuItem>
    </Menu>
  );
}

function InBin({ lead }: LeadProps): ReactNode {
  const t = useT();
  const done = useDone();
  const may = useMay();
  const restore = useEngineCommand('leads.restore');
  return (
    <div className={styles.deleted} role="status">
      <span>{t('leads.inBin')}</span>
      {may('leads.write') && (
        <Button
          small
          pending={restore.pending}
          onClick={async () => done(await restore.run({ ids: [lead.id] }), t('leads.restored'))}
        >
          {t('record.restore')}
        </Button>
      )}
    </div>
  );
}
