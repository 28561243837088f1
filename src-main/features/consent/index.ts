// What other features may use of consent: the one question before every contact.

export { createConsentService } from './consent.service';
export { mayContact, type ContactQuestion } from './may-contact';
export { personOf, sayingsOf, type Person } from './person';
export { writeSaying, type Said } from './write-saying';
export { insertConsent, type ConsentRow } from './consent.sql';
