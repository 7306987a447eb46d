import { expect, test } from "vitest";
import { namedMaintenance } from "./maintenance";

const planned = { from: new Date("2026-12-05T18:00:00Z"), until: new Date("2026-12-05T18:30:00Z") };

test.each([
  ["more than an hour before", "2026-12-05T16:59:59Z", null],
  ["an hour before", "2026-12-05T17:00:00Z", planned],
  ["while it lasts", "2026-12-05T18:29:59Z", planned],
  ["when it is over", "2026-12-05T18:30:00Z", null],
] as const)(
  "R05: a planned maintenance is named from an hour before until its end: %s",
  (_when, now, named) => {
    expect(namedMaintenance(planned, new Date(now))).toEqual(named);
    expect(namedMaintenance(undefined, new Date(now))).toBeNull();
  },
);
