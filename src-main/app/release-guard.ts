// The program that ships refuses to be driven or weakened from outside: whoever may pass it flags could otherwise read the
// unlocked window through a debugging port. Node's own inspector and NODE_OPTIONS are closed by fuses as well.

export interface Build {
  readonly isPackaged: boolean;
  /** The packaged copy made for our own tests; a key in its package.json, inside the archive, says so. */
  readonly isDrivenByTests: boolean;
}

// Chromium accepts one or two dashes, on Windows a slash as well, and there in any case.
const refused =
  /^(?:--?|\/)(?:remote-debugging-[a-z-]+|remote-allow-origins|inspect(?:-[a-z-]+)?|debug(?:-brk|-port)?|js-flags|load-extension|disable-web-security|disable-site-isolation-trials|allow-running-insecure-content|ignore-certificate-errors[a-z-]*|host-rules|host-resolver-rules|proxy-server|proxy-pac-url|log-net-log|enable-logging|log-file)(?:=|$)/i;

/** The flags that this build does not start with; empty in development and in the copy for tests. */
export function refusedFlags(argv: readonly string[], build: Build): readonly string[] {
  if (!build.isPackaged || build.isDrivenByTests) return [];
  return argv.filter((argument) => refused.test(argument));
}
