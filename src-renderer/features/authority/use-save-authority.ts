// Saving an authority: given anew, or changed.

import type { Failure } from '@shared/core/result';
import type { Authority } from '@shared/features/authority/authority.contract';
import { useEngineCommand } from '../../api';
import { useT } from '../../ui';
import { useDone } from '../operations';
import type { PickedParty } from '../search';
import type { AuthorityForm } from './authority-form';

export interface SavingAuthority {
  readonly pending: boolean;
  readonly failure: Failure | null;
  /** True when it was saved. */
  save(agent: PickedParty, form: AuthorityForm): Promise<boolean>;
}

export function useSaveAuthority(subject: PickedParty, authority: Authority | null): SavingAuthority {
  const t = useT();
  const done = useDone();
  const grant = useEngineCommand('authority.grant');
  const change = useEngineCommand('authority.change');
  const save = async (agent: PickedParty, form: AuthorityForm): Promise<boolean> => {
    const { basis, stance, question, answer, note, matters, ...rest } = form;
    const terms = { ...rest, matters: [...matters], note: note.trim() === '' ? null : note };
    const questions = question.trim() === '' ? [] : [{ question, answer }];
    const result =
      authority === null
        ? await grant.run({ subjectId: subject.id, agentId: agent.id, basis, stance, questions, ...terms })
        : await change.run({ id: authority.id, set: terms });
    if (result.ok) done(result, t('authority.saved', { name: agent.name }));
    return result.ok;
  };
  return { pending: grant.pending || change.pending, failure: grant.error ?? change.error, save };
}
