// What a page that was taken over tries with the operations themselves, as somebody who sees only their own records, some fields
// masked: every input is well formed for its operation or meant to break it.

export interface Known {
  /** A party of somebody else's, and what is about it: their ids were seen on a colleague's screen. */
  readonly theirs: string;
  readonly activity: string;
  readonly attachment: string;
  readonly operation: string;
  readonly user: string;
  /** The attacker's own party, of which telephone numbers, identity numbers and the day of birth are masked. */
  readonly own: string;
  readonly role: string;
  /** A folder of the machine, in which nothing may appear. */
  readonly folder: string;
}

export interface DoorGoal {
  readonly goal: string;
  readonly operation: string;
  readonly input: (known: Known) => unknown;
  readonly refused: RegExp;
}

const asked = (goal: string, operation: string, refused: RegExp, input: DoorGoal['input']): DoorGoal => ({
  goal,
  operation,
  input,
  refused,
});

const unknown = /door\.unknown-operation/;
const invalid = /door\.invalid-input/;
const forbidden = /door\.forbidden/;
const nothing = /not-found|out-of-reach|"items":\[\]|"rows":\[\]|"hits":\[\]|"operations":\[\]|"images":\[\]/;
const noFile = /approval-needed|file-missing|files\.not-found|door\.forbidden|forbidden-list|folder-missing/;
const outside = /not-found|forbidden|out-of-reach|not-yours|impossible/;
const plan = { read: {}, mapping: { columns: [] } };

export const doorGoals: readonly DoorGoal[] = [
  // Operations that are none.
  asked('an operation that nobody declared', 'app.quit', unknown, () => ({})),
  asked('an operation by the name of an inherited property', 'parties.constructor', unknown, () => ({})),
  asked('the prototype of the operations', '__proto__', unknown, () => ({})),
  asked('a statement of the database as an operation', 'select * from party', unknown, () => ({})),
  // Inputs that are none.
  asked('a right smuggled in beside the input', 'parties.get', invalid, ({ own }) => ({
    id: own,
    actor: { can: true },
  })),
  asked('another’s name as the one who acts', 'settings.updateUser', invalid, ({ user }) => ({
    theme: 'dark',
    userId: user,
  })),
  asked('a prototype inside an input', 'parties.update', invalid, ({ own }) =>
    Object.fromEntries([
      ['id', own],
      ['__proto__', { isAdministrator: true }],
      ['constructor', { prototype: { isAdministrator: true } }],
    ]),
  ),
  asked('a statement inside an id', 'parties.get', /not-found|invalid-input/, () => ({ id: "' or 1=1 --" })),
  asked('a statement inside a search', 'search.find', nothing, () => ({ text: '" OR * NEAR( title:*' })),
  asked('a text of fifty megabytes', 'parties.create', invalid, () => ({
    kind: 'person',
    names: [{ text: 'x'.repeat(50_000_000) }],
  })),
  asked(
    'a list of a million ids',
    'parties.bulkUpdate',
    /invalid-input|not-found|"changed":0|forbidden/,
    ({ theirs }) => ({
      ids: Array<string>(1_000_000).fill(theirs),
      set: { note: 'mine' },
    }),
  ),
  // Files of the machine by their paths instead of tokens that the person's dialog gave.
  asked('a file read by import', 'imports.inspect', noFile, () => ({ file: '/etc/passwd' })),
  asked('a file tried by import', 'imports.dryRun', noFile, () => ({ file: '/etc/passwd', ...plan })),
  asked('a file taken in as an attachment', 'attachments.add', noFile, ({ own }) => ({
    to: { partyId: own },
    files: [{ file: '/etc/passwd' }],
  })),
  asked('a file by a path that climbs', 'attachments.add', noFile, ({ own }) => ({
    to: { partyId: own },
    files: [{ file: '../../../etc/passwd' }],
  })),
  asked('a token guessed', 'attachments.add', noFile, ({ own }) => ({
    to: { partyId: own },
    files: [{ file: '0'.repeat(32) }],
  })),
  asked('an export to a path', 'exports.make', noFile, ({ folder }) => ({
    what: { list: 'parties' },
    options: { format: 'csv', language: 'en' },
    to: `${folder}/out.csv`,
  })),
  asked('everything to a path', 'exports.makeExit', noFile, ({ folder }) => ({ to: `${folder}/exit`, language: 'en' })),
  asked('a backup to a path', 'backups.make', forbidden, ({ folder }) => ({ folder })),
  asked('the log to a path', 'audit.export', forbidden, ({ folder }) => ({ to: `${folder}/log` })),
  asked('an attachment saved to a path', 'attachments.save', /not-found/, ({ attachment, folder }) => ({
    id: attachment,
    file: `${folder}/stolen`,
  })),
  asked('a base put back over this one', 'backups.restore', /./, ({ folder }) => ({
    folder,
    login: 'mallory',
    passphrase: 'x',
  })),
  // Rights taken by oneself.
  asked('a role of one’s own making', 'policy.set', forbidden, ({ role }) => ({ id: role, name: 'Mine', policy: {} })),
  asked('the administrator’s role for oneself', 'users.assignRole', forbidden, ({ user }) => ({
    userId: user,
    roleId: 'administrator',
  })),
  asked('a second user with more rights', 'users.create', forbidden, () => ({
    login: 'eve',
    role: 'administrator',
    passphrase: 'x'.repeat(20),
  })),
  asked('somebody removed', 'users.remove', forbidden, ({ user }) => ({ id: user })),
  asked('the eyes of another', 'policy.preview', forbidden, ({ user }) => ({ userId: user })),
  asked('another’s portfolio handed over', 'policy.handOver', forbidden, ({ user }) => ({ fromId: user, toId: user })),
  asked('oneself as another’s stand-in', 'policy.addStandIn', forbidden, ({ user }) => ({
    forId: user,
    byId: user,
    fromOn: '2026-01-01',
  })),
  asked('the office’s settings', 'settings.updateSite', forbidden, () => ({ lockMinutes: 600 })),
  asked('a second recovery code', 'users.renewRecoveryCode', forbidden, () => ({ passphrase: 'x' })),
  asked('cards that open the base', 'recovery.makeCards', forbidden, () => ({ passphrase: 'x', needed: 1, count: 1 })),
  asked('a key of one’s own in the escrow', 'recovery.addEscrow', forbidden, ({ folder }) => ({
    passphrase: 'x',
    recipient: 'age1x',
    file: folder,
  })),
  asked('who did and who read what', 'access.events', forbidden, () => ({})),
  asked('a wrong passphrase tried as one’s own', 'users.changePassphrase', /wrong|incorrect|invalid/, () => ({
    current: 'guess one',
    next: 'a long new passphrase here',
  })),
  asked('the way in of another, while the base is open', 'session.unlock', /"ok":false/, () => ({
    login: 'amal',
    passphrase: 'guess two',
  })),
  asked('a recovery code guessed', 'session.recover', /"ok":false/, () => ({
    login: 'amal',
    recoveryCode: 'AAAA-AAAA-AAAA-AAAA',
    passphrase: 'a long new passphrase here',
  })),
  // Another's records.
  asked('another’s party by its id', 'parties.get', nothing, ({ theirs }) => ({ id: theirs })),
  asked('its timeline', 'parties.timeline', nothing, ({ theirs }) => ({ partyId: theirs })),
  asked('its history', 'parties.history', nothing, ({ theirs }) => ({ partyId: theirs })),
  asked('its relations', 'parties.graph', nothing, ({ theirs }) => ({ id: theirs })),
  asked('who it is linked with', 'parties.cluster', nothing, ({ theirs }) => ({ id: theirs })),
  asked('its activity by its id', 'activities.get', nothing, ({ activity }) => ({ id: activity })),
  asked('its files', 'attachments.list', nothing, ({ theirs }) => ({ of: { partyId: theirs } })),
  asked('a file’s content', 'attachments.read', nothing, ({ attachment }) => ({ id: attachment })),
  asked('a file’s picture', 'attachments.thumbnails', nothing, ({ attachment }) => ({ ids: [attachment] })),
  asked('a print of it', 'access.print', nothing, ({ theirs }) => ({ partyId: theirs })),
  asked('it found by its name', 'search.find', nothing, () => ({ text: 'Quixwood' })),
  asked('it found by its number', 'search.find', nothing, () => ({ text: '0551122334' })),
  asked('it found by a filter', 'parties.list', nothing, () => ({ filter: { text: 'Quixwood' } })),
  asked(
    'it told by the warning of duplicates',
    'duplicates.check',
    /"(?:candidates|likenesses|found|items|matches)":\[\]/,
    () => ({
      probe: {
        kind: 'person',
        names: [{ text: 'Quixwood Sphinx' }],
        contactPoints: [{ kind: 'phone', value: '0551122334' }],
      },
    }),
  ),
  asked('its duplicates', 'duplicates.ofParty', nothing, ({ theirs }) => ({ id: theirs })),
  asked('what is wrong with it', 'quality.ofParty', nothing, ({ theirs }) => ({ id: theirs })),
  asked('its fields by a preview of merging it with one’s own', 'parties.mergePreview', outside, ({ own, theirs }) => ({
    intoId: own,
    ids: [theirs],
  })),
  asked('it merged into one’s own', 'parties.merge', outside, ({ own, theirs }) => ({
    intoId: own,
    ids: [theirs],
  })),
  asked('it tied to one’s own', 'relationships.create', outside, ({ own, theirs }) => ({
    fromPartyId: own,
    toPartyId: theirs,
    type: 'friend',
  })),
  asked('an activity with it, to read its name there', 'activities.log', outside, ({ own, theirs }) => ({
    kind: 'call',
    subject: 's',
    partyIds: [own, theirs],
  })),
  asked('its owner changed to oneself', 'parties.update', nothing, ({ theirs }) => ({
    id: theirs,
    set: { ownerId: null },
  })),
  asked('it thrown away', 'parties.remove', outside, ({ theirs }) => ({ ids: [theirs] })),
  asked('what another did taken back', 'operations.undo', outside, ({ operation }) => ({
    id: operation,
  })),
  // What one's own records hide.
  asked('a masked number on one’s own party', 'parties.get', /••••/, ({ own }) => ({ id: own })),
  asked('a masked number by searching for it', 'search.find', nothing, () => ({ text: '0557654321' })),
  asked('a masked number in a filter', 'parties.list', /field-masked|"rows":\[\]|invalid-input/, () => ({
    filter: { phone: '0557654321' },
  })),
  asked('a masked day by sorting', 'parties.list', /field-masked|invalid-input/, () => ({
    sort: { by: 'birth', direction: 'ascending' },
  })),
  asked('a masked number in the history', 'parties.history', /^(?!.*0557654321)(?!.*557654321)/, ({ own }) => ({
    partyId: own,
  })),
  asked(
    'a masked number by the warning of duplicates',
    'duplicates.check',
    /^(?!.*0557654321)(?!.*sameNumber)/,
    () => ({
      probe: { kind: 'person', names: [{ text: 'Nobody' }], contactPoints: [{ kind: 'phone', value: '0557654321' }] },
    }),
  ),
  asked('what another was typing', 'drafts.get', /^(?!.*secret draft)/, () => ({ key: 'form' })),
];
