// M23 in a word: which clients to keep, which to return. Only the three scores decide.

export const RFM_SEGMENTS = ['best', 'loyal', 'large', 'recent', 'leaving', 'asleep', 'average'] as const;
export type RfmSegment = (typeof RFM_SEGMENTS)[number];

/** Scores 1 (worst) … 5 of recency, frequency and money. */
export interface RfmScores {
  readonly R: number;
  readonly F: number;
  readonly M: number;
}

/**
 * The first line that fits:
 * best – R, F and M from 4; loyal – R from 3, F from 4; large – R from 3, M from 4; recent – R from 4; average – R is 3;
 * leaving – R to 2, F or M from 4; asleep – R to 2.
 */
export function segmentOf({ R, F, M }: RfmScores): RfmSegment {
  const often = F >= 4;
  const much = M >= 4;
  if (R <= 2) return often || much ? 'leaving' : 'asleep';
  if (R >= 4 && often && much) return 'best';
  if (often) return 'loyal';
  if (much) return 'large';
  return R >= 4 ? 'recent' : 'average';
}
