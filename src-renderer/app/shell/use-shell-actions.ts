// What can be done from anywhere, by key, by menu or by the top bar: search, new record, undo, lock, language, light and dark.

import type { MenuCommand } from '@shared/features/app/app-events';
import type { Language } from '@shared/locale/language';
import type { UserSettings } from '@shared/features/settings/settings.contract';
import { useState } from 'react';
import { undo } from '../../features/operations';
import { appClient, useEngineCommand, useEngineEvent, useMay } from '../../api';
import { failureWords, isTextField, notify, useHotkey, useNavigation, useT, withdrawUndo } from '../../ui';
import type { Navigation, Place } from '../../ui';
import { useColourScheme } from '../theme/use-colour-scheme';

export type ShellDialog = 'search' | 'new' | 'lead' | 'shortcuts' | 'emergency';
type PartyKind = 'person' | 'organisation' | 'group';

export interface ShellActions {
  readonly open: ShellDialog | null;
  /** Dialogs are fetched when first used. */
  readonly searchUsed: boolean;
  readonly newUsed: boolean;
  readonly newName: string | undefined;
  readonly newKind: PartyKind;
  show(dialog: ShellDialog): void;
  close(): void;
  create(name?: string, kind?: PartyKind): void;
  createLead(name: string): void;
  /** Takes the keyboard to the quick log: the open record's, else the first page's. */
  quickLog(): void;
  lock(): void;
  language(language: Language): void;
  theme(): void;
}

const kindOfPage: Readonly<Record<string, PartyKind>> = { organisations: 'organisation', groups: 'group' };
const numbered = ['home', 'people', 'organisations', 'groups', 'operations', 'import', 'settings'] as const;

export function useShellActions(settings: UserSettings): ShellActions {
  const navigation = useNavigation();
  const [open, setOpen] = useState<ShellDialog | null>(null);
  const [used, setUsed] = useState({ search: false, new: false });
  const [fresh, setFresh] = useState<{ name?: string; kind: PartyKind }>({ kind: 'person' });
  const look = useLook(settings);
  const show = (dialog: ShellDialog): void => {
    if (dialog === 'search' || dialog === 'new') setUsed((before) => ({ ...before, [dialog]: true }));
    setOpen(dialog);
  };
  const actions: ShellActions = {
    open,
    searchUsed: used.search,
    newUsed: used.new,
    newName: fresh.name,
    newKind: fresh.kind,
    show,
    close: () => setOpen(null),
    create(name, kind) {
      setFresh({ name, kind: kind ?? kindOfPage[navigation.place?.page ?? ''] ?? 'person' });
      show('new');
    },
    createLead(name) {
      setFresh({ ...fresh, name });
      show('lead');
    },
    quickLog: () => goToQuickLog(navigation),
    lock: () => void appClient.lock({}),
    ...look,
  };
  useShellKeys(actions, navigation.go);
  useMenuCommands(actions, navigation.go);
  useDroppedFiles(navigation);
  useForgottenUndos();
  return actions;
}

/** Another language, light or dark: kept with the user. */
function useLook(settings: UserSettings): Pick<ShellActions, 'language' | 'theme'> {
  const t = useT();
  const update = useEngineCommand('settings.updateUser');
  const scheme = useColourScheme(settings.theme);
  const change = async (part: Partial<UserSettings>): Promise<void> => {
    const result = await update.run(part);
    if (!result.ok) notify({ message: failureWords(t, result.error), tone: 'danger' });
  };
  return {
    language: (language) => void change({ language }),
    theme: () => void change({ theme: scheme === 'dark' ? 'light' : 'dark' }),
  };
}

/** A notice does not offer to undo what was undone another way. */
function useForgottenUndos(): void {
  useEngineEvent('changed', ({ undoes }) => {
    if (undoes === null) return;
    withdrawUndo(undoes.operationId);
    if (undoes.groupId !== null) withdrawUndo(undoes.groupId);
  });
}

function useShellKeys(actions: ShellActions, go: (place: Place) => void): void {
  const t = useT();
  const may = useMay();
  useHotkey({ keys: 'Ctrl+KeyK', label: 'common.search-everywhere', inFields: true }, () => actions.show('search'));
  useHotkey(
    { keys: 'Ctrl+KeyN', label: 'common.new-record', inFields: true },
    () => actions.create(),
    may('parties.create'),
  );
  useHotkey(
    { keys: 'Ctrl+Shift+KeyA', label: 'activities.quick.title', inFields: true },
    actions.quickLog,
    may('activities.write'),
  );
  useHotkey({ keys: 'Ctrl+KeyL', label: 'common.lock', inFields: true }, () => actions.lock());
  useHotkey({ keys: 'Ctrl+Shift+KeyL', label: 'common.shortcut-theme', inFields: true }, () => actions.theme());
  useHotkey({ keys: 'F1', label: 'common.shortcuts', inFields: true }, () => actions.show('shortcuts'));
  useHotkey({ keys: 'Shift+Slash' }, () => actions.show('shortcuts'));
  useHotkey(
    { keys: 'Ctrl+KeyZ', label: 'common.shortcut-undo-last' },
    () => {
      // A text field takes back its own typing.
      if (isTextField(document.activeElement)) return false;
      void undo(t, {});
      return undefined;
    },
    may('operations.undo'),
  );
  useHotkey({ keys: 'Ctrl+Digit1', label: 'common.page-home', inFields: true }, () => go({ page: numbered[0] }));
  useHotkey({ keys: 'Ctrl+Digit2', label: 'common.page-people', inFields: true }, () => go({ page: numbered[1] }));
  useHotkey({ keys: 'Ctrl+Digit3', label: 'common.page-organisations', inFields: true }, () =>
    go({ page: numbered[2] }),
  );
  useHotkey({ keys: 'Ctrl+Digit4', label: 'common.page-groups', inFields: true }, () => go({ page: numbered[3] }));
}

/** The native menu asks for the same things. */
function useMenuCommands(actions: ShellActions, go: (place: Place) => void): void {
  useEngineEvent('menu', ({ command }) => {
    const others: Partial<Record<MenuCommand, () => void>> = {
      search: () => actions.show('search'),
      'new-party': () => actions.create(),
      'quick-log': actions.quickLog,
      shortcuts: () => actions.show('shortcuts'),
    };
    const act = others[command];
    if (act !== undefined) act();
    else go({ page: command as 'home' });
  });
}

/** A file dropped where nothing on the page asks for it goes to the import page; that page takes it by itself when it is shown. */
function useDroppedFiles({ place, go }: Navigation): void {
  const may = useMay();
  useEngineEvent('files-dropped', ({ files: [file], zone }) => {
    if (zone !== null || file === undefined || !may('imports.run')) return;
    if (place?.page === 'import' && place.id === undefined) return;
    void import('../../features/imports').then(({ useDroppedFile }) => {
      useDroppedFile.getState().drop(file);
      go({ page: 'import' });
    });
  });
}

function goToQuickLog({ place, go }: Navigation): void {
  void import('../../features/activities').then(({ useQuickLogWish }) => {
    useQuickLogWish.getState().wish();
    go(place?.page === 'party' ? { page: 'party', id: place.id } : { page: 'home' });
  });
}
