// The first run with the styles it needs: a window that has a base does not load it.

import './theme/library.css';

export { FirstRunWizard } from '../features/first-run';
