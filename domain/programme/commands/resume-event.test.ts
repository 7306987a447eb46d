import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { events } from "@/db/schema/programme";
import { guest } from "@/db/testing/actors";
import { aDesk, DESK_START } from "@/db/testing/agenda";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { registerForEvent } from "@/domain/registration/commands/register-for-event";
import type { Id } from "@/lib/ids";
import { postponeEvent } from "./postpone-event";
import { resumeEvent } from "./resume-event";
import { updateEvent } from "./update-event";

const rowOf = async (id: Id<"event">) => (await db().select().from(events).where(eq(events.id, id)))[0];
const factsOf = async (id: Id<"event">) =>
  (await db().select().from(outbox).orderBy(outbox.seq))
    .filter(({ payload }) => JSON.stringify(payload).includes(id))
    .map(({ kind }) => kind);
const now = new Date("2027-03-01T08:00:00Z");

describe("resumeEvent", () => {
  it("brings a postponed event back to the date it had, newer for calendars, told to everybody, open to register", async () => {
    const { event, actor } = await aDesk();
    await postponeEvent({ actor, input: { eventId: event.id }, now });
    expect(await resumeEvent({ actor, input: { eventId: event.id }, now })).toMatchObject({ ok: true });
    expect(await rowOf(event.id)).toMatchObject({
      status: "published",
      startsAt: DESK_START,
      postponedFrom: null,
      calendarSequence: 2,
      calendarChangedAt: now,
      publishedAt: event.publishedAt,
    });
    expect(await factsOf(event.id)).toEqual(["event.postponed", "event.rescheduled"]);
    const input = { eventId: event.id, name: "Ada Neu", email: "ada@example.org" };
    expect(await registerForEvent({ actor: guest, input, now })).toMatchObject({ ok: true });
  });

  it("is the second date of an event that was moved before, and the page goes on to name the first", async () => {
    const { event, actor } = await aDesk();
    const input = { eventId: event.id, startsLocal: "2027-05-04T10:00" };
    await updateEvent({ actor, input, now });
    await postponeEvent({ actor, input: { eventId: event.id }, now });
    await resumeEvent({ actor, input: { eventId: event.id }, now });
    expect(await rowOf(event.id)).toMatchObject({
      status: "published",
      startsAt: new Date("2027-05-04T08:00:00Z"),
      postponedFrom: DESK_START,
    });
  });

  it("refuses a date that lies behind", async () => {
    const { event, actor } = await aDesk();
    await postponeEvent({ actor, input: { eventId: event.id }, now });
    const later = new Date(DESK_START.getTime() + 2 * 3_600_000);
    expect(await resumeEvent({ actor, input: { eventId: event.id }, now: later })).toMatchObject({
      failure: { kind: "conflict", reason: "first_date_over" },
    });
    expect((await rowOf(event.id))?.status).toBe("postponed");
  });

  it.each(["draft", "published", "live", "ended", "cancelled"] as const)(
    "refuses an event that is %s",
    async (status) => {
      const { event, actor } = await aDesk({ status });
      expect(await resumeEvent({ actor, input: { eventId: event.id }, now })).toMatchObject({
        failure: { kind: "conflict", reason: "wrong_state" },
      });
    },
  );

  it("is refused to strangers", async () => {
    const { event, strangers } = await aDesk({ status: "postponed" });
    for (const actor of strangers)
      expect(refusalOf(await resumeEvent({ actor, input: { eventId: event.id }, now }))).toBe(NOT_ALLOWED);
    expect((await rowOf(event.id))?.status).toBe("postponed");
  });
});
