// What the engine uses of quality.

export { projectFindings } from './quality-projection';
export { createQualityService } from './quality.service';
export { scanQuality } from './scan-job';
export { averageInThread, judgeInThread } from './scan-thread';
