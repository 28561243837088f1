// The window's page begins here: the style policy, the first facts (is there a base, which language), then the program.

import './app/theme/layers.css';
import './app/theme/gate.css';
import '@fontsource-variable/vazirmatn/index.css';
import './app/theme/tokens.css';
import './app/theme/page.css';

import { createRoot } from 'react-dom/client';
import { config } from 'zod';
import { App } from './app/App';
import { loadBeginning } from './app/beginning';
import { allowStyleText, shareStyleNonce } from './app/trusted-types';

allowStyleText();
shareStyleNonce();
// The content policy forbids compiled code. A schema decides how it reads when it is made, so nothing that is loaded up to here makes
// one: pages with schemas come later, each when it is first shown.
config({ jitless: true });
const root = createRoot(document.getElementById('root')!);
void loadBeginning().then((beginning) => root.render(<App beginning={beginning} />));
