import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema/programme";
import { anEventWith } from "@/db/testing/seats";
import { seatsForMe } from "./my-seats";

const now = new Date();
const mine = { attendance: "online", status: "confirmed", colleagues: 0 } as const;
type Plan = Parameters<typeof anEventWith>[0];
const seatsOf = async (plan: Plan, more: object = {}) => {
  const { event } = await anEventWith(plan);
  return seatsForMe({ eventId: event.id, ...mine, ...more }, now);
};

describe("what somebody can do about their seat", () => {
  it.each([
    ["there is a free seat on site", { onsiteCapacity: 2 }, {}, { attendance: "onsite", gives: "seat" }],
    [
      "all seats there are given",
      { onsiteCapacity: 2, onsiteConfirmed: 2 },
      {},
      { attendance: "onsite", gives: "nothing" },
    ],
    [
      "they wait, and can wait there",
      { onsiteCapacity: 2, onsiteConfirmed: 2 },
      { status: "waiting" },
      { attendance: "onsite", gives: "waiting" },
    ],
    [
      "the office has not decided yet",
      { onsiteCapacity: 2, onsiteConfirmed: 2 },
      { status: "pending" },
      { attendance: "onsite", gives: "seat" },
    ],
    ["the event is online only", {}, {}, null],
    ["it is too late", { onsiteCapacity: 2, switchHours: 48 }, {}, null],
  ] as const)("when %s", async (_name, plan, more, other) => {
    expect((await seatsOf({ capacity: 5, ...plan }, more))?.other).toEqual(other);
  });

  it("colleagues are counted down, and are none for who only asks to get to a members-only event", async () => {
    expect((await seatsOf({}, { colleagues: 4 }))?.colleagues).toBe(6);
    const { event } = await anEventWith({});
    await db().update(events).set({ membersOnly: true }).where(eq(events.id, event.id));
    const of = async (more: object) =>
      (await seatsForMe({ eventId: event.id, ...mine, ...more }, now))?.colleagues;
    expect([await of({}), await of({ status: "pending" })]).toEqual([10, 0]);
  });
});
