// What the engine uses of emergency access.

export { createEmergenciesService, endEmergency, openedRecords } from './emergencies.service';
export { emergencyTime, openEmergency } from './open-emergency';
