// The first facts a window needs before it can show anything: the session, the language, the words.

import type { SessionStatus } from '@shared/features/session/session.contract';
import type { Language } from '@shared/locale/language';
import { languages } from '@shared/locale/language';
import { fail } from '@shared/core/result';
import type { Failure, Result } from '@shared/core/result';
import { appClient, client } from '../api/client';
import { loadWords } from '../ui/words-of';
import type { Messages } from '../ui/words-of';

export interface Beginning {
  readonly language: Language;
  readonly messages: Messages;
  readonly status: SessionStatus | null;
  /** Why there is no status. */
  readonly failure: Failure | null;
}

/** Asked before the parts of the page are loaded: the engine and the page get ready side by side. */
export async function loadBeginning(): Promise<Beginning> {
  const [words, status] = await Promise.all([loadFirstWords(), askStatus()]);
  return { ...words, status: status.ok ? status.value : null, failure: status.ok ? null : status.error };
}

/** May be asked again: after an engine that ended, or when a drive was connected. */
export async function askStatus(): Promise<Result<SessionStatus, Failure>> {
  try {
    return await client.session.status({});
  } catch (error) {
    // The engine went away before it could answer: the window says so instead of staying empty.
    return fail('engine.restarted', { reason: String(error) });
  }
}

async function loadFirstWords(): Promise<{ language: Language; messages: Messages }> {
  const language = languages.find((one) => one === document.documentElement.lang) ?? (await askLanguage());
  return { language, messages: await loadWords(language) };
}

/** The program writes its language into the page it serves; a development server's page has to ask. */
async function askLanguage(): Promise<Language> {
  const about = await appClient.about({});
  return about.ok ? about.value.systemLanguage : 'en';
}
