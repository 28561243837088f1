// What the search index keeps of a party: folded words, phonetic codes, digit runs and e-mails, each as one text; and whose it is.

export interface PartyDocument extends DocumentText {
  readonly party_id: string;
  /** As its own row has them: whom a document may be found by is told from these. */
  readonly shown_owner_id: string | null;
  readonly unit_id: string | null;
  readonly more_owners: number;
}

export interface DocumentText {
  readonly kind: string;
  readonly words: string;
  readonly skeletons: string;
  readonly phones: string;
  readonly grams: string;
  readonly emails: string;
}
