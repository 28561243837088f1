// The engine as a process of the desktop program: takes windows' ports from main and answers them through the door.

import { fail } from '@shared/core/result';
import { createParsersOfMain, type EnginePort } from './parsers-of-main';
import { hostEngine, type HostedEngine } from './host';
import { isTooHeavy } from './weight';
import type { EngineEventName, EngineToMain, MainToEngine, WindowReply, WindowRequest } from './wire';

interface ParentPort {
  postMessage(message: EngineToMain): void;
  on(event: 'message', listener: (event: { data: MainToEngine; ports: EnginePort[] }) => void): void;
}

type Start = Extract<MainToEngine, { type: 'start' }>;
type Given = Extract<MainToEngine, { type: 'file' }>;

/** Names longer than this are no operation of ours, and no reply repeats them. */
const NAME_LIMIT = 200;

function run(main: ParentPort): void {
  const windows = new Map<number, EnginePort>();
  const files = new Map<string, string>();
  const parsers = createParsersOfMain((message) => main.postMessage(message));
  const held: { host: HostedEngine | null } = { host: null };
  const tellWindows = (event: EngineEventName, payload: unknown): void => {
    for (const port of windows.values()) port.postMessage({ event, payload });
  };
  const start = ({ baseFolder, version, scriptsFolder }: Start): void => {
    held.host = hostEngine({
      folder: baseFolder,
      version,
      scriptsFolder,
      fork: parsers.fork,
      resolveFile: (token) => files.get(token),
      onCommitted: ({ operationId, summary, undoes }) => tellWindows('changed', { operationId, undoes, ...summary }),
      onImport: (status) => tellWindows('import', status),
      onJob: (status) => tellWindows('job', status),
      background: true,
      onUnlocked: () => void announceUnlock(held.host!, main, tellWindows),
      onLocked: () => main.postMessage({ type: 'lock-wanted' }),
    });
    main.postMessage({ type: 'ready' });
  };
  main.on('message', ({ data, ports }) => {
    if (data.type === 'start') start(data);
    else if (data.type === 'window') serveWindow(data.windowId, ports[0]!, { windows, host: () => held.host });
    else if (data.type === 'window-gone') windows.delete(data.windowId);
    else if (data.type === 'file') learnFile(files, main, data);
    else if (data.type === 'parser') parsers.arrived(data.requestId, ports[0]!);
    else if (data.type === 'close') void close(held.host, main);
  });
  const fatal = (error: unknown): void => {
    const reference = held.host?.log.report('engine', error) ?? '';
    main.postMessage({ type: 'fatal', code: 'door.internal', reference });
    process.exit(1);
  };
  process.on('uncaughtException', fatal);
  process.on('unhandledRejection', fatal);
}

function learnFile(files: Map<string, string>, main: ParentPort, { token, path }: Given): void {
  files.set(token, path);
  main.postMessage({ type: 'file-known', token });
}

const tooHeavy = fail('door.invalid-input', { issues: [{ path: '', code: 'too_big' }] });

interface Serving {
  readonly windows: Map<number, EnginePort>;
  readonly host: () => HostedEngine | null;
}

function serveWindow(windowId: number, port: EnginePort, { windows, host }: Serving): void {
  windows.set(windowId, port);
  port.on('message', ({ data }) => {
    if (!isRequest(data)) return;
    const { id, op, input } = data;
    const answer = isTooHeavy(input)
      ? Promise.resolve(tooHeavy)
      : (host()?.engine.call(op, input) ?? Promise.resolve(fail('door.locked')));
    void answer.then((reply) => port.postMessage({ id, ...reply } as WindowReply));
  });
  // A page that was loaded anew has another port by then, which must go on hearing of changes and jobs.
  port.on('close', () => {
    if (windows.get(windowId) === port) windows.delete(windowId);
  });
  port.start();
}

/** Anything else on a port is dropped: there is nobody to answer. */
function isRequest(data: unknown): data is WindowRequest {
  if (typeof data !== 'object' || data === null) return false;
  const { id, op } = data as Partial<WindowRequest>;
  return typeof id === 'number' && typeof op === 'string' && op.length <= NAME_LIMIT;
}

async function announceUnlock(
  { engine }: HostedEngine,
  main: ParentPort,
  tellWindows: (event: EngineEventName, payload: unknown) => void,
): Promise<void> {
  const status = await engine.call('session.status', {});
  const settings = await engine.call('settings.get', {});
  if (status.ok) tellWindows('session', status.value);
  if (!settings.ok) return;
  const { site, user } = settings.value as { site: { lockMinutes: number }; user: { language: string } };
  main.postMessage({ type: 'unlocked', lockMinutes: site.lockMinutes, language: user.language });
}

async function close(host: HostedEngine | null, main: ParentPort): Promise<void> {
  await host?.close();
  main.postMessage({ type: 'closed' });
}

run((process as unknown as { parentPort: ParentPort }).parentPort);
