// The shape of a text in both languages.

export interface Sentence {
  readonly ru: string;
  readonly en: string;
}
