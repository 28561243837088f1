// The public face of keys: the page of everything that opens the base.

export { LeftNotice } from './LeftNotice';
export { KeysPage } from './KeysPage';
