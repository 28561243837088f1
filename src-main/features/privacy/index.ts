// What other features may use of the privacy desk.

export { createPrivacyService } from './privacy.service';
export { purposeOf, purposesOf } from './purposes';
export { contactsOf, suppressContacts, suppressedPointsOf, suppressionOf } from './suppression';
export { insertWording } from './privacy.sql';
