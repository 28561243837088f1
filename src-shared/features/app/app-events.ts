// What the desktop program tells its windows by itself, beside the engine's own events.

/**
 * starting, ready: the engine as seen from outside. restarting: it died and is started again; unanswered calls failed with
 * 'engine.restarted'. stopped: it died too often. locking, closing: this page is about to go; unfinished typing is kept now.
 */
export const engineStates = ['starting', 'ready', 'restarting', 'stopped', 'locking', 'closing'] as const;
export type EngineState = (typeof engineStates)[number];
export type EngineStateEvent = { readonly state: EngineState };

/** What a person may choose in the menu that the page carries out. The first nine are pages of the same name. */
export const menuCommands = [
  'home',
  'people',
  'organisations',
  'groups',
  'operations',
  'import',
  'settings',
  'users',
  'about',
  'search',
  'new-party',
  'quick-log',
  'shortcuts',
] as const;
export type MenuCommand = (typeof menuCommands)[number];
export type MenuCommandEvent = { readonly command: MenuCommand };

/** Files that were dropped on the window; a token stands for each as if it had been chosen. `zone`: the nearest `data-drop-zone` of the page. */
export type FilesDroppedEvent = {
  readonly files: readonly { readonly token: string; readonly name: string }[];
  readonly zone: string | null;
};

/** More than these of one drop are left out. */
export const mostDropped = 100;

export const appEventNames = ['engine', 'menu', 'files-dropped'] as const;
export type AppEventName = (typeof appEventNames)[number];
