// What other features may use of relationships.

export { createRelationshipsService } from './relationships.service';
export {
  insertRelationship,
  selectEdge,
  selectRelationshipsOf,
  updateRelationship,
  type RelationshipOf,
} from './relationships.sql';
