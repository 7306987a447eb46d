const at = (moment: Date | string): number => new Date(moment).getTime();

/** How many minutes lie between two moments, to the nearest whole one; a text is a moment in ISO 8601. */
export const minutesBetween = (from: Date | string, to: Date | string): number =>
  Math.round((at(to) - at(from)) / 60_000);
