// What the search index keeps of a party: folded words, phonetic codes, digit runs and e-mails, each as one text.

export interface PartyDocument {
  readonly party_id: string;
  readonly kind: string;
  readonly words: string;
  readonly skeletons: string;
  readonly phones: string;
  readonly grams: string;
  readonly emails: string;
}
