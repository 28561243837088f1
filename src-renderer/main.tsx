// The window's page begins here: the style policy, the first facts (is there a base, which language), then the program.

import './app/theme/layers.css';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@fontsource-variable/vazirmatn/index.css';
import './app/theme/tokens.css';
import './app/theme/page.css';

import { config } from 'zod';
import { loadBeginning } from './app/beginning';
import { allowStyleText, shareStyleNonce } from './app/trusted-types';

allowStyleText();
shareStyleNonce();
// The content policy forbids compiled code. A schema decides when it is made, so every module with schemas is loaded after this.
config({ jitless: true });
const beginning = loadBeginning();
void import('./app/start').then(({ start }) => start(beginning));
