/** Work on the room server that was planned and said before. */
export type Maintenance = { from: Date; until: Date };

const HOUR_MS = 60 * 60_000;

/** The maintenance that rooms name now: from an hour before it begins until it is over. */
export const namedMaintenance = (planned: Maintenance | undefined, now: Date): Maintenance | null =>
  planned && now.getTime() >= planned.from.getTime() - HOUR_MS && now < planned.until ? planned : null;
