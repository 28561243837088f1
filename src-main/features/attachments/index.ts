// What other features may use of attachments.

export { addAttachments } from './add-files';
export { fileKeyOf, type AttachmentBase, type AttachmentDeps } from './attachment-base';
export { selectAttachment, selectCounts as selectAttachmentCounts } from './attachments.sql';
export { createAttachmentsService } from './attachments.service';
export { createEnclosedFiles, type EnclosedFiles, type KeptAs } from './enclosed-files';
export { eachAttachment, type AttachmentSource, type PlainAttachment } from './each-attachment';
export { countAttachments, rowFor } from './reading';
export { eraseSubject, removeErased, rewrapFor, type ErasedSubject } from './erase-subject';
export { saveAttachment } from './save-file';
export { sweepAttachments } from './sweep';
export { sealInThread, unsealInThread } from './thread-work';
export { compareFiles } from './verify-files';
