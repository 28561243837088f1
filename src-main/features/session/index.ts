// What the engine uses of sessions.

export { createSessionService, type NewBase, type SessionKeeper } from './session.service';
