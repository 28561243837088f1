// Asks for the first facts and draws the window.

import { createRoot } from 'react-dom/client';
import { App } from './App';
import { loadBeginning } from './beginning';

export async function start(): Promise<void> {
  const root = createRoot(document.getElementById('root')!);
  root.render(<App beginning={await loadBeginning()} />);
}
