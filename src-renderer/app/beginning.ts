// The first facts a window needs before it can show anything: the session, the language, the words.

import type { SessionStatus } from '@shared/features/session/session.contract';
import type { Language } from '@shared/locale/language';
import type { Failure } from '@shared/core/result';
import { appClient, client } from '../api';
import { loadWords } from './language';
import type { Messages } from './language';

export interface Beginning {
  readonly language: Language;
  readonly messages: Messages;
  readonly status: SessionStatus | null;
  /** Why there is no status. */
  readonly failure: Failure | null;
}

export async function loadBeginning(): Promise<Beginning> {
  const [about, status] = await Promise.all([appClient.about({}), client.session.status({})]);
  const language = about.ok ? about.value.systemLanguage : 'en';
  const messages = await loadWords(language);
  return { language, messages, status: status.ok ? status.value : null, failure: status.ok ? null : status.error };
}
