// Weights of the months of a year as typed in «Сезонность» (M33).

/** Weight by number of month, 1…12; only their proportion matters. */
export type Seasonality = Readonly<Partial<Record<number, number>>>;
