// What other features may use of relationships.

export { createRelationshipsService } from './relationships.service';
export { insertRelationship, selectRelationshipsOf, type RelationshipOf } from './relationships.sql';
