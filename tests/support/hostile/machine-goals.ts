// What a page that was taken over tries against the machine, the network and the program, in plain JavaScript of the page itself.

/** `attempt` runs in the page and answers what it got; `refused`: how that must read. */
export interface PageGoal {
  readonly goal: string;
  readonly attempt: (given: { readonly port: number; readonly kind: string }) => unknown;
  readonly refused: RegExp;
  /** Which of several attempts that differ in one word. */
  readonly kind?: string;
}

export const tried = (goal: string, refused: RegExp, attempt: PageGoal['attempt']): PageGoal => ({
  goal,
  attempt,
  refused,
});

/** Every attempt is serialised into the page: it may use nothing from here. */
export const machineGoals: readonly PageGoal[] = [
  // Programs and files of the machine.
  tried('Node through the global object', /^\["undefined","undefined","undefined","undefined"\]$/, () =>
    ['require', 'process', 'module', 'Buffer'].map((name) => typeof Reflect.get(window, name)),
  ),
  tried(
    'Node through the constructor of a function of the bridge',
    /EvalError/,
    () =>
      new Promise((done) => {
        setTimeout(() => {
          try {
            const bridge = Reflect.get(window, 'diwan') as unknown as { call: () => void };
            done(String((Reflect.construct(bridge.call.constructor, ['return process.version']) as () => unknown)()));
          } catch (error) {
            done((error as Error).name);
          }
        }, 0);
      }),
  ),
  tried('a file of the machine by fetch', /refused/, () =>
    fetch('file:///etc/passwd').then(
      (answer) => answer.text(),
      () => 'refused',
    ),
  ),
  tried(
    'a file of the machine by the older request',
    /refused|NetworkError/,
    () =>
      new Promise((done) => {
        const request = new XMLHttpRequest();
        request.addEventListener('load', () => done(request.responseText));
        request.addEventListener('error', () => done('refused'));
        try {
          request.open('GET', 'file:///etc/passwd');
          request.send();
        } catch (error) {
          done((error as Error).name);
        }
      }),
  ),
  tried(
    'a file of the machine in a frame',
    /^""$/,
    () =>
      new Promise((done) => {
        const frame = document.createElement('iframe');
        frame.src = 'file:///etc/passwd';
        document.body.append(frame);
        setTimeout(() => {
          let words = '';
          try {
            words = frame.contentDocument?.body?.textContent ?? '';
          } catch {
            // Another origin's page: its words are out of reach.
          }
          frame.remove();
          done(words);
        }, 300);
      }),
  ),
  tried('a module from the disk', /refused/, () =>
    import(/* @vite-ignore */ String('file:///etc/hosts')).then(
      () => 'loaded',
      () => 'refused',
    ),
  ),
  tried('the program’s own main file as a module', /refused/, () =>
    import(/* @vite-ignore */ String('app://diwan/..%2fmain%2findex.cjs')).then(
      () => 'loaded',
      () => 'refused',
    ),
  ),
  tried('a file dropped by the page itself', /"heard":0/, async () => {
    let heard = 0;
    const bridge = Reflect.get(window, 'diwan') as { on(event: string, act: () => void): () => void };
    const stops = ['files', 'files-dropped', 'dropped', 'import-file'].map((event) =>
      bridge.on(event, () => (heard += 1)),
    );
    const transfer = new DataTransfer();
    transfer.items.add(new File(['x'], '/etc/passwd'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
    await new Promise((done) => setTimeout(done, 300));
    for (const stop of stops) stop();
    return { heard };
  }),
  tried('a file saved by a link of the page', /"clicked":true/, () => {
    const link = Object.assign(document.createElement('a'), { href: 'data:text/plain,x', download: 'stolen.txt' });
    document.body.append(link);
    link.click();
    link.remove();
    return { clicked: true };
  }),
  tried('a file saved from memory', /"clicked":true/, () => {
    const href = URL.createObjectURL(new Blob(['x']));
    const link = Object.assign(document.createElement('a'), { href, download: 'stolen.bin' });
    document.body.append(link);
    link.click();
    link.remove();
    return { clicked: true };
  }),
  tried(
    'a device: camera, USB, serial, HID, Bluetooth',
    /^\["(\w*Error|undefined)"(,"(\w*Error|undefined)")*\]$/,
    () => {
      const asks: readonly [string, string, unknown][] = [
        ['mediaDevices', 'getUserMedia', { video: true }],
        ['usb', 'requestDevice', { filters: [] }],
        ['serial', 'requestPort', {}],
        ['hid', 'requestDevice', { filters: [] }],
        ['bluetooth', 'requestDevice', { acceptAllDevices: true }],
      ];
      return Promise.all(
        asks.map(async ([device, method, options]) => {
          const one = Reflect.get(navigator, device) as
            | Record<string, (options: unknown) => Promise<unknown>>
            | undefined;
          if (one?.[method] === undefined) return 'undefined';
          return one[method](options).then(
            () => 'given',
            (error: Error) => error.name,
          );
        }),
      );
    },
  ),
  tried('what is on the clipboard', /NotAllowedError/, () =>
    navigator.clipboard.readText().then(
      (text) => text,
      (error: Error) => error.name,
    ),
  ),
  // Text that becomes a program.
  tried(
    'a program by eval',
    /EvalError/,
    () =>
      new Promise((done) => {
        setTimeout(() => {
          try {
            done((Reflect.get(window, 'eval') as (text: string) => unknown)('"program-ran"'));
          } catch (error) {
            done((error as Error).name);
          }
        }, 0);
      }),
  ),
  tried(
    'a program as the text of a timer',
    /^false$/,
    () =>
      new Promise((done) => {
        try {
          setTimeout('window.timerOfAttack = true' as unknown as () => void, 0);
        } catch {
          // Trusted types refuse the text itself.
        }
        setTimeout(() => done(Reflect.has(window, 'timerOfAttack')), 100);
      }),
  ),
  ...['inline', 'data', 'blob', 'https'].map((kind): PageGoal => ({
    kind,
    goal: `a program in a script element: ${kind}`,
    refused: /^false$/,
    attempt: ({ kind: wanted }) =>
      new Promise((done) => {
        const text = 'window.scriptOfAttack = true';
        const script = document.createElement('script');
        try {
          if (wanted === 'inline') script.append(text);
          else if (wanted === 'data') script.src = `data:text/javascript,${text}`;
          else if (wanted === 'blob') script.src = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
          else script.src = 'https://example.invalid/a.js';
          document.body.append(script);
        } catch {
          // Trusted types refuse the address itself.
        }
        setTimeout(() => done(Reflect.has(window, 'scriptOfAttack')), 300);
      }),
  })),
  tried(
    'a program in a worker made of memory',
    /refused|SecurityError|TypeError/,
    () =>
      new Promise((done) => {
        try {
          const worker = new Worker(URL.createObjectURL(new Blob(['postMessage("program-ran")'])));
          worker.addEventListener('message', ({ data }) => done(data));
          worker.addEventListener('error', () => done('refused'));
        } catch (error) {
          done((error as Error).name);
        }
      }),
  ),
  tried('a service worker that outlives the window', /refused|undefined|Error/, () =>
    (navigator.serviceWorker?.register('/assets/x.js') ?? Promise.reject(new Error('undefined'))).then(
      () => 'registered',
      (error: Error) => `refused ${error.name}`,
    ),
  ),
  tried('a program of machine words', /CompileError|EvalError/, () =>
    WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(
      () => 'compiled',
      (error: Error) => error.name,
    ),
  ),
  tried(
    'markup with a handler in it',
    /TypeError/,
    () =>
      new Promise((done) => {
        setTimeout(() => {
          try {
            document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.markupRan = true">');
            done('inserted');
          } catch (error) {
            done((error as Error).name);
          }
        }, 0);
      }),
  ),
  tried(
    'a link whose address is a program',
    /^false$/,
    () =>
      new Promise((done) => {
        const link = document.createElement('a');
        link.setAttribute('href', 'javascript:window.linkRan=true');
        document.body.append(link);
        link.click();
        link.remove();
        setTimeout(() => done(Reflect.has(window, 'linkRan')), 150);
      }),
  ),
  // Ways to the network.
  tried('the network by fetch', /refused/, () =>
    fetch('https://example.invalid/').then(
      () => 'reached',
      () => 'refused',
    ),
  ),
  tried('the engine of another program on this machine', /"refused"/, ({ port }) =>
    fetch(`http://127.0.0.1:${port}/`).then(
      () => 'reached',
      () => 'refused',
    ),
  ),
  tried(
    'the network by a socket',
    /refused|SecurityError/,
    ({ port }) =>
      new Promise((done) => {
        try {
          const socket = new WebSocket(`ws://127.0.0.1:${port}/`);
          socket.addEventListener('open', () => done('reached'));
          socket.addEventListener('error', () => done('refused'));
        } catch (error) {
          done((error as Error).name);
        }
      }),
  ),
  tried(
    'the network by an event stream',
    /refused|SecurityError/,
    ({ port }) =>
      new Promise((done) => {
        try {
          const stream = new EventSource(`http://127.0.0.1:${port}/`);
          stream.addEventListener('open', () => done('reached'));
          stream.addEventListener('error', () => done('refused'));
        } catch (error) {
          done((error as Error).name);
        }
      }),
  ),
  tried('the network by a call between two browsers', /^"(asked|NotAllowedError|undefined)"$/, async ({ port }) => {
    if (typeof RTCPeerConnection === 'undefined') return 'undefined';
    try {
      const connection = new RTCPeerConnection({
        iceServers: [
          { urls: `stun:127.0.0.1:${port}` },
          { urls: `turn:127.0.0.1:${port}?transport=tcp`, username: 'secret', credential: 'x' },
        ],
      });
      connection.createDataChannel('out');
      await connection.setLocalDescription(await connection.createOffer());
      await new Promise((done) => setTimeout(done, 1500));
      connection.close();
      return 'asked';
    } catch (error) {
      return (error as Error).name;
    }
  }),
  tried('the network by a picture, a style, a font and a hint', /"asked":5/, async ({ port }) => {
    const away = `http://127.0.0.1:${port}/secret`;
    const link = (rel: string, as?: string): HTMLLinkElement =>
      Object.assign(document.createElement('link'), { rel, href: away, ...(as ? { as } : {}) });
    const all = [
      Object.assign(new Image(), { src: away }),
      link('stylesheet'),
      link('preload', 'font'),
      link('prefetch'),
      link('preconnect'),
    ];
    document.body.append(...all);
    await new Promise((done) => setTimeout(done, 600));
    for (const one of all) one.remove();
    return { asked: all.length };
  }),
  tried('the network by a farewell message', /"sent"/, ({ port }) => {
    navigator.sendBeacon(`http://127.0.0.1:${port}/secret`, 'secret');
    return 'sent';
  }),
  tried('the network by a form', /"sent"/, ({ port }) => {
    const form = Object.assign(document.createElement('form'), { action: `http://127.0.0.1:${port}/`, method: 'post' });
    document.body.append(form);
    form.submit();
    form.remove();
    return 'sent';
  }),
];
