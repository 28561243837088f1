// What other features may use of activities.

export {
  countActivities,
  createActivitiesService,
  insertActivity,
  timelineOf,
  type NewActivity,
} from './activities.service';
export { projectActivities } from './activity-projection';
export {
  recomputeLastActivity,
  selectActivity,
  selectActivityByExternalKey,
  selectParticipantRows,
  selectParticipants,
  selectSameActivity,
  updateActivityColumns,
  type ActivityRow,
} from './activities.sql';
