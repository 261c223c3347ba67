// The one palette of report sheets: quiet, readable in print, good and bad always with a sign or a word beside the colour.

export const palette = {
  ink: '#1f2933',
  muted: '#66727f',
  line: '#cfd6dd',
  paper: '#ffffff',
  header: '#e8eef4',
  total: '#f3f6f9',
  /** What is expected, beside what is. */
  soft: '#9dbde0',
  /** Cells people choose in. */
  choice: '#fff8e1',
  accent: '#2f6db5',
  second: '#e08a1e',
  /** Ends of a heat map: readable under dark text. */
  heatLow: '#fbe3df',
  heatHigh: '#cfe8d8',
  good: '#23734a',
  bad: '#b3372f',
} as const;
