// Draws the window as soon as the first facts are known.

import { createRoot } from 'react-dom/client';
import { App } from './App';
import type { Beginning } from './beginning';

export async function start(beginning: Promise<Beginning>): Promise<void> {
  const root = createRoot(document.getElementById('root')!);
  root.render(<App beginning={await beginning} />);
}
