// What the shell and other features use of the log.

export { AuditPage } from './AuditPage';
export { WhoLooked } from './WhoLooked';
