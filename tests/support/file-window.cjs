// A bare browser window on a file of the disk: no preload, no Node, and every request that leaves the disk is refused and counted.
const { app, BrowserWindow, session } = require('electron');

globalThis.outside = [];
app.whenReady().then(() => {
  session.defaultSession.webRequest.onBeforeRequest(({ url }, answer) => {
    const isLocal = url.startsWith('file:') || url.startsWith('devtools:');
    if (!isLocal) globalThis.outside.push(url);
    answer({ cancel: !isLocal });
  });
  const window = new BrowserWindow({
    width: 1280,
    height: 860,
    webPreferences: { sandbox: true, contextIsolation: true },
  });
  void window.loadURL(process.argv.at(-1));
});
