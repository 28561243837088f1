// The public face of approvals: the dialog that confirms what the door holds, the page of requests, and the word that one waits.

export { ApprovalDesk } from './ApprovalDesk';
export { ApprovalsPage } from './ApprovalsPage';
export { WaitingBanner } from './WaitingBanner';
