import { Temporal } from "temporal-polyfill";

/** The day so many days after another, before it with a minus; both as `2027-03-28`. */
export const dayAfter = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString();

/** So many days lie between two days. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
