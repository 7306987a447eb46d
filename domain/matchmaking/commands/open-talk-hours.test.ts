import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { talkWindows } from "@/db/schema/matchmaking";
import { guest } from "@/db/testing/actors";
import { aDesk } from "@/db/testing/agenda";
import { openTalkHours } from "./open-talk-hours";

type Desk = Awaited<ReturnType<typeof aDesk>>;
const hours = { byClock: false, after: 30, minutes: 45, slotMinutes: 15, pauseMinutes: 5 };
const open = ({ event, actor }: Desk, more: Partial<typeof hours> = {}) =>
  openTalkHours({ actor, input: { eventId: event.id, ...hours, ...more } });
const windowOf = async ({ event }: Desk) =>
  (await db().select().from(talkWindows).where(eq(talkWindows.eventId, event.id)))[0];

describe("openTalkHours", () => {
  it("opens them so many minutes after the start", async () => {
    const desk = await aDesk();
    expect(await open(desk)).toMatchObject({ ok: true });
    expect(await windowOf(desk)).toMatchObject({
      startsAt: new Date("2027-03-21T09:30:00Z"),
      endsAt: new Date("2027-03-21T10:15:00Z"),
      slotMinutes: 15,
      pauseMinutes: 5,
    });
  });

  it("takes the whole event where they would not lie within it", async () => {
    const desk = await aDesk();
    await open(desk, { minutes: 600 });
    expect(await windowOf(desk)).toMatchObject({ startsAt: desk.event.startsAt, endsAt: desk.event.endsAt });
  });

  it("changes no hours that are there", async () => {
    const desk = await aDesk();
    await open(desk);
    expect(await open(desk, { after: 0 })).toMatchObject({ failure: { reason: "wrong_state" } });
    expect(await windowOf(desk)).toMatchObject({ startsAt: new Date("2027-03-21T09:30:00Z") });
  });

  it("looks like a missing event to everybody else", async () => {
    const desk = await aDesk();
    for (const actor of [guest, ...desk.strangers])
      expect(await open({ ...desk, actor })).toMatchObject({ failure: { kind: "not_found" } });
    expect(await windowOf(desk)).toBeUndefined();
  });
});
