// What a page that was taken over tries against other windows and against the bridge to the program; with all it tries at all.

import { machineGoals, tried, type PageGoal } from './machine-goals';

/** Every attempt is serialised into the page: it may use nothing from here. */
export const pageGoals: readonly PageGoal[] = [
  ...machineGoals,
  // Other windows and pages.
  tried('another window', /^\[true,true,true\]$/, () =>
    ['https://example.invalid/', 'app://diwan/index.html', 'about:blank'].map(
      (address) => window.open(address) === null,
    ),
  ),
  tried(
    'a page inside the page',
    /HTMLUnknownElement|HTMLElement/,
    () => document.createElement('webview').constructor.name,
  ),
  tried('the window that opened this one, or a frame around it', /^\[true,true,0\]$/, () => [
    window.opener === null,
    window.parent === window,
    window.frames.length,
  ]),
  tried('the base address of everything the page asks for', /app:\/\/diwan/, ({ port }) => {
    const base = Object.assign(document.createElement('base'), { href: `http://127.0.0.1:${port}/` });
    document.head.append(base);
    const address = new URL('x.js', document.baseURI).href;
    base.remove();
    return address;
  }),
  tried('the address of another page in the history', /SecurityError/, () => {
    try {
      window.history.pushState(null, '', 'https://example.invalid/');
      return 'changed';
    } catch (error) {
      return (error as Error).name;
    }
  }),
  // The bridge.
  tried('the bridge replaced by one that listens', /^\[false,true\]$/, () => {
    const before = Reflect.get(window, 'diwan') as unknown;
    const replaced = Reflect.set(window, 'diwan', { call: () => 'mine' }) || Reflect.deleteProperty(window, 'diwan');
    return [replaced && Reflect.get(window, 'diwan') !== before, Reflect.get(window, 'diwan') === before];
  }),
  tried('a function of the bridge changed', /^\[true,true\]$/, () => {
    const bridge = Reflect.get(window, 'diwan') as unknown as Record<string, unknown>;
    const call = bridge['call'];
    return [!Reflect.set(bridge, 'call', () => 'mine') || bridge['call'] === call, !Reflect.set(bridge, 'more', 1)];
  }),
  tried('the engine’s port, by laying hands on what the bridge uses', /"caught":0/, async () => {
    let caught = 0;
    const post = MessagePort.prototype.postMessage;
    const push = Array.prototype.push;
    const set = Map.prototype.set;
    const look = (value: unknown): void => void (value instanceof MessagePort && (caught += 1));
    MessagePort.prototype.postMessage = function (this: MessagePort, ...given: unknown[]) {
      caught += 1;
      return Reflect.apply(post, this, given) as undefined;
    };
    Array.prototype.push = function (...given: unknown[]) {
      given.forEach(look);
      return Reflect.apply(push, this, given) as number;
    };
    Map.prototype.set = function (key: unknown, value: unknown) {
      look(value);
      return Reflect.apply(set, this, [key, value]) as Map<unknown, unknown>;
    };
    try {
      await (Reflect.get(window, 'diwan') as { call(op: string, input: unknown): Promise<unknown> }).call(
        'session.status',
        {},
      );
    } finally {
      MessagePort.prototype.postMessage = post;
      Array.prototype.push = push;
      Map.prototype.set = set;
    }
    return { caught };
  }),
  tried('an answer of the engine forged for the page’s own listeners', /"heard":0/, async () => {
    let heard = 0;
    const stop = (Reflect.get(window, 'diwan') as { on(event: string, act: () => void): () => void }).on(
      'session',
      () => (heard += 1),
    );
    const { port1, port2 } = new MessageChannel();
    window.postMessage({ event: 'session', payload: { state: 'open' } }, '*', [port2]);
    port1.postMessage({ event: 'session', payload: {} });
    await new Promise((done) => setTimeout(done, 200));
    stop();
    return { heard };
  }),
  tried('the tools of developers, by the keys that open them', /"pressed"/, () => {
    for (const key of ['F12', 'I', 'J', 'C'])
      window.dispatchEvent(
        new KeyboardEvent('keydown', { key, ctrlKey: key !== 'F12', shiftKey: key !== 'F12', bubbles: true }),
      );
    return 'pressed';
  }),
];
