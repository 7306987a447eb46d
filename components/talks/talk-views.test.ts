import { expect, it } from "vitest";
import { talkEventsOf } from "./talk-views";

const at = (hour: number) => new Date(Date.UTC(2027, 2, 10, hour));
const event = (id: string, hour: number) => ({
  ...{ id, status: "published" as const },
  startsAt: at(hour),
  endsAt: at(hour + 1),
});
const [early, late, without] = [event("evt_early", 8), event("evt_late", 14), event("evt_without", 15)];
const held = (of: typeof early, talksOptIn = true) => ({
  event: of,
  status: "confirmed" as const,
  talksOptIn,
});

it("names each event in which one takes talks once, also for two registrations, those to come first", () => {
  const registrations = [held(early), held(late), held(late), held(without), held(early, false)];
  const withTalks = new Set([early.id, late.id]);
  expect(talkEventsOf({ registrations, withTalks, now: at(12) })).toEqual([late, early]);
});
