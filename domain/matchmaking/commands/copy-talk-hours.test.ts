import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { talkWindows } from "@/db/schema/matchmaking";
import { organizerActor } from "@/db/testing/actors";
import { DESK_START } from "@/db/testing/agenda";
import { aNetwork, anEvent, anOrganizer } from "@/db/testing/makers";
import type { Id } from "@/lib/ids";
import { copyTalkHours } from "./copy-talk-hours";

const hours = { slotMinutes: 15, pauseMinutes: 5 };
const windowOf = async (eventId: Id<"event">) =>
  (await db().select().from(talkWindows).where(eq(talkWindows.eventId, eventId)))[0];

/** An event with hours from its thirtieth minute on, and one a week later without. */
async function scene() {
  const network = await aNetwork();
  const actor = organizerActor(await anOrganizer(network), network);
  const from = await anEvent({ network, startsAt: DESK_START });
  const to = await anEvent({ network, startsAt: new Date("2027-03-28T08:00:00Z") });
  const startsAt = new Date("2027-03-21T09:30:00Z");
  const endsAt = new Date("2027-03-21T10:00:00Z");
  await db()
    .insert(talkWindows)
    .values({ eventId: from.id, startsAt, endsAt, ...hours });
  return { actor, from, to, input: { eventId: to.id, fromEventId: from.id } };
}

describe("copyTalkHours", () => {
  it("opens them at the same distance from the start", async () => {
    const { actor, to, input } = await scene();
    expect(await copyTalkHours({ actor, input })).toMatchObject({ ok: true });
    const moved = {
      startsAt: new Date("2027-03-28T08:30:00Z"),
      endsAt: new Date("2027-03-28T09:00:00Z"),
    };
    expect(await windowOf(to.id)).toMatchObject({ ...hours, ...moved });
  });

  it("opens none where the original has none, and changes none that are there", async () => {
    const { actor, from, to } = await scene();
    const back = { eventId: from.id, fromEventId: to.id };
    expect(await copyTalkHours({ actor, input: back })).toMatchObject({ ok: true });
    const onto = { eventId: from.id, fromEventId: from.id };
    expect(await copyTalkHours({ actor, input: onto })).toMatchObject({ failure: { reason: "wrong_state" } });
    expect(await windowOf(to.id)).toBeUndefined();
  });

  it("takes nothing from another network, and is refused to its people", async () => {
    const [here, there] = [await scene(), await scene()];
    const taken = { eventId: here.to.id, fromEventId: there.from.id };
    for (const [actor, input] of [
      [here.actor, taken],
      [there.actor, here.input],
    ] as const)
      expect(await copyTalkHours({ actor, input })).toMatchObject({ failure: { kind: "not_found" } });
    expect(await windowOf(here.to.id)).toBeUndefined();
  });
});
