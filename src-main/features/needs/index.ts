// What other features may use of needs.

export { createNeedsService } from './needs.service';
