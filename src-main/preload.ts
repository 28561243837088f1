// The only bridge between a page and the program: `window.diwan.call` and `window.diwan.on`, no object of Electron or Node.
// Calls go to the engine over this window's own port, `app.*` to the main process; the port itself never reaches the page.

import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { createPortCalls } from './app/port-calls';

const calls = createPortCalls();

ipcRenderer.on('port', ({ ports: [port] }) => {
  if (port !== undefined) calls.connect(port);
});
ipcRenderer.on('told', (_event, { operation, value }: { operation: string; value: unknown }) =>
  calls.tell(operation, value),
);
ipcRenderer.on('event', (_event, { event, payload }: { event: string; payload: unknown }) => {
  if (event === 'engine' && isState(payload, 'restarting', 'stopped')) calls.disconnect();
  calls.emit(event, payload);
});
// Forms keep their typing when a page is hidden for good; main waits for what they have sent to be answered.
ipcRenderer.on('settle', () => {
  window.dispatchEvent(new Event('pagehide'));
  void calls.idle().then(() => ipcRenderer.send('settled'));
});
window.addEventListener('dragover', (event) => event.preventDefault());
window.addEventListener('drop', (event) => {
  event.preventDefault();
  if (!event.isTrusted) return;
  // A page can make a File of its own, but only a real one from the disk has a path.
  const paths = Array.from(event.dataTransfer?.files ?? [], (file) => webUtils.getPathForFile(file));
  const zone = event.target instanceof Element ? event.target.closest('[data-drop-zone]') : null;
  const known = paths.filter((path) => path !== '');
  if (known.length > 0) ipcRenderer.send('files-dropped', known, zone?.getAttribute('data-drop-zone') ?? null);
});

contextBridge.exposeInMainWorld('diwan', {
  call: (operation: unknown, input: unknown) => {
    const name = String(operation);
    return name.startsWith('app.') ? ipcRenderer.invoke('app', { op: name, input }) : calls.call(name, input);
  },
  on: (event: unknown, listener: unknown) => {
    if (typeof listener !== 'function') throw new TypeError('diwan.on needs a function');
    return calls.on(String(event), listener as (payload: unknown) => void);
  },
});

ipcRenderer.send('listens');
new PerformanceObserver((seen, observer) => {
  if (seen.getEntriesByName('first-contentful-paint').length === 0) return;
  observer.disconnect();
  ipcRenderer.send('painted');
}).observe({ type: 'paint', buffered: true });

function isState(payload: unknown, ...states: readonly string[]): boolean {
  const state = (payload as { state?: unknown } | null)?.state;
  return states.some((one) => one === state);
}
