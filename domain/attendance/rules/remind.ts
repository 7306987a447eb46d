import type { EventStatus } from "@/domain/programme/rules";

type Held = { status: EventStatus; startsAt: Date; endsAt: Date };

/** Whoever is missing can be told so while it is on: before, nobody is missing, and afterwards it helps nobody. */
export const mayRemind = ({ status, startsAt, endsAt }: Held, now: Date): boolean =>
  (status === "live" || (status === "published" && startsAt <= now)) && now < endsAt;
