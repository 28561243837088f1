// What other features may use of consent: the one question before every contact.

export { createConsentService } from './consent.service';
export { mayContact, type ContactQuestion } from './may-contact';
export { personOf, type Person } from './person';
export { insertConsent, type ConsentRow } from './consent.sql';
