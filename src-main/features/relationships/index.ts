// What other features may use of relationships.

export { createRelationshipsService } from './relationships.service';
export { insertRelationship, selectRelationshipsOf } from './relationships.sql';
