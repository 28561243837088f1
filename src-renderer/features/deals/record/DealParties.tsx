// Who else has a say in a deal: in which role, how much it weighs, and for or against.

import { dealPartyEntity } from '@shared/catalogue';
import type { Deal } from '@shared/features/deals/deal';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { InputAt } from '../../../api';
import { useEngineCommand, useMay } from '../../../api';
import {
  Chip,
  ChoiceSelect,
  Dialog,
  Form,
  FormFoot,
  IconButton,
  Panel,
  PartyName,
  Select,
  TextField,
  useT,
} from '../../../ui';
import { useDone } from '../../operations';
import { PartyPicker } from '../../search';
import type { PickedParty } from '../../search';
import lines from '../deals.module.css';
import styles from './record.module.css';

type Say = Deal['parties'][number];
type Role = Say['role'];

export function DealParties({ deal }: { readonly deal: Deal }): ReactNode {
  const t = useT();
  const mayChange = useMay()('deals.write') && deal.deletedAt === null;
  const [open, setOpen] = useState<Say | 'new' | null>(null);
  const add = mayChange && (
    <IconButton small label={t('deals.party.add')} onClick={() => setOpen('new')}>
      <IconPlus size="1rem" aria-hidden />
    </IconButton>
  );
  return (
    <Panel title={t('deals.parties')} action={add} flush>
      <ul className={lines.lines}>
        {deal.parties.map((say) => (
          <SayLine key={say.id} say={say} mayChange={mayChange} onEdit={() => setOpen(say)} />
        ))}
      </ul>
      {deal.parties.length === 0 && <p className={styles.made}>{t('deals.party.none')}</p>}
      {open !== null && <SayDialog deal={deal} say={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Panel>
  );
}

interface SayLineProps {
  readonly say: Say;
  readonly mayChange: boolean;
  onEdit(): void;
}

function SayLine({ say, mayChange, onEdit }: SayLineProps): ReactNode {
  const t = useT();
  const done = useDone();
  const remove = useEngineCommand('deals.removeParty');
  const drop = async (): Promise<void> =>
    done(await remove.run({ id: say.id }), t('deals.party.removed', { name: say.party.name }));
  return (
    <li className={lines.line}>
      <div className={styles.say}>
        <PartyName name={say.party.name} id={say.party.id} />
        <Chip>{t.any(`catalogue.deal_party.role.${say.role}`)}</Chip>
        {mayChange && (
          <span className={styles.sayActions}>
            <IconButton small label={t('record.editField', { field: say.party.name })} onClick={onEdit}>
              <IconPencil size="0.95rem" aria-hidden />
            </IconButton>
            <IconButton
              small
              label={t('deals.party.remove', { name: say.party.name })}
              disabled={remove.pending}
              onClick={() => void drop()}
            >
              <IconTrash size="0.95rem" aria-hidden />
            </IconButton>
          </span>
        )}
      </div>
      <div className={lines.lineFacts}>
        {say.influence !== null && <span>{t.any(`deals.influence.${say.influence}`)}</span>}
        {say.attitude !== null && <span>{t.any(`catalogue.deal_party.attitude.${say.attitude}`)}</span>}
        {say.note !== null && <bdi dir="auto">{say.note}</bdi>}
      </div>
    </li>
  );
}

interface SayDialogProps {
  readonly deal: Deal;
  /** Null for somebody new. */
  readonly say: Say | null;
  onClose(): void;
}

function SayDialog({ deal, say, onClose }: SayDialogProps): ReactNode {
  const t = useT();
  const done = useDone();
  const set = useEngineCommand('deals.setParty');
  const [party, setParty] = useState<PickedParty | null>(say?.party ?? null);
  const [form, setForm] = useState({
    role: (say?.role ?? 'decider') as Role,
    influence: say?.influence ?? null,
    attitude: say?.attitude ?? null,
    note: say?.note ?? '',
  });
  const save = async (): Promise<void> => {
    if (party === null) return;
    const input: InputAt<'deals.setParty'> = { dealId: deal.id, partyId: party.id, ...form };
    const result = await set.run(input);
    if (!result.ok) return;
    done(result, t('deals.party.saved', { name: party.name }));
    onClose();
  };
  return (
    <Dialog opened size="small" onClose={onClose} title={t('deals.party.add')}>
      <Form onSubmit={save}>
        {party === null ? (
          <PartyPicker label={t('catalogue.deal_party.party_id')} autoFocus onPick={setParty} />
        ) : (
          <div>
            <Chip
              onRemove={say === null ? () => setParty(null) : undefined}
              removeLabel={t('search.drop', { name: party.name })}
            >
              <bdi dir="auto">{party.name}</bdi>
            </Chip>
          </div>
        )}
        <ChoiceSelect
          entity={dealPartyEntity}
          field="role"
          value={form.role}
          onChange={(role) => setForm({ ...form, role: role ?? form.role })}
        />
        <Select
          label={t('catalogue.deal_party.influence')}
          clearable
          value={form.influence === null ? null : String(form.influence)}
          options={['1', '2', '3'].map((value) => ({ value, label: t.any(`deals.influence.${value}`) }))}
          onChange={(influence) => setForm({ ...form, influence: influence === null ? null : Number(influence) })}
        />
        <ChoiceSelect
          entity={dealPartyEntity}
          field="attitude"
          clearable
          value={form.attitude}
          onChange={(attitude) => setForm({ ...form, attitude })}
        />
        <TextField
          label={t('catalogue.deal_party.note')}
          value={form.note}
          onChange={(note) => setForm({ ...form, note })}
        />
        <FormFoot ready={party !== null} pending={set.pending} failure={set.error} onClose={onClose} />
      </Form>
    </Dialog>
  );
}
