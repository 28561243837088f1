// Drawing by the processor where there is nothing better: without a graphics card, and over remote desktops, Chromium's try at
// one costs a tenth of a second at start and sometimes a black window.

import { existsSync } from 'node:fs';

/** Whether this machine and session have graphics hardware worth using. */
export function hasGraphics(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): boolean {
  if (platform === 'win32') return !(environment.SESSIONNAME ?? '').startsWith('RDP-');
  if (platform !== 'linux') return true;
  return existsSync('/dev/dri') && environment.XRDP_SESSION === undefined && environment.SSH_CONNECTION === undefined;
}
