// Gives the real-window tests a virtual screen where the machine has none.
import { startDisplay } from '../../scripts/lib/display.mjs';

async function provideDisplay(): Promise<(() => void) | undefined> {
  if (process.platform !== 'linux' || process.env.DISPLAY) return undefined;
  const display = await startDisplay('1600x1000');
  process.env.DISPLAY = display.name;
  return () => display.stop();
}

// Playwright loads a global set-up by its default export.
export default provideDisplay;
