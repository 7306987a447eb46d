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
import { findPublicEvent } from "../queries";
import { postponeEvent } from "./postpone-event";
import { updateEvent } from "./update-event";

const rowOf = async (id: Id<"event">) => (await db().select().from(events).where(eq(events.id, id)))[0];
const lastFact = async () => (await db().select().from(outbox).orderBy(outbox.seq)).at(-1)?.kind;
const now = new Date("2027-03-01T08:00:00Z");

describe("postponeEvent", () => {
  it("puts an event off: its page stays, calendars hear of it, and nobody registers meanwhile", async () => {
    const { event, actor } = await aDesk();
    expect(await postponeEvent({ actor, input: { eventId: event.id }, now })).toMatchObject({ ok: true });
    expect(await rowOf(event.id)).toMatchObject({
      status: "postponed",
      startsAt: DESK_START,
      calendarSequence: 1,
      calendarChangedAt: now,
    });
    expect(await lastFact()).toBe("event.postponed");
    expect(await findPublicEvent(event.slug)).toMatchObject({ status: "postponed" });
    const input = { eventId: event.id, name: "Ada Neu", email: "ada@example.org" };
    expect(await registerForEvent({ actor: guest, input, now })).toMatchObject({
      failure: { reason: "event_postponed" },
    });
  });

  it("ends with a new date, which is newer for calendars, and the page knows the old one", async () => {
    const { event, actor } = await aDesk();
    await postponeEvent({ actor, input: { eventId: event.id }, now });
    const change = (input: object) => updateEvent({ actor, input: { eventId: event.id, ...input }, now });
    await change({ title: "Anderer Titel" });
    expect(await rowOf(event.id)).toMatchObject({ status: "postponed", calendarSequence: 1 });
    await change({ startsLocal: "2027-05-04T10:00" });
    expect(await rowOf(event.id)).toMatchObject({
      status: "published",
      postponedFrom: DESK_START,
      calendarSequence: 2,
    });
    expect(await lastFact()).toBe("event.rescheduled");
    await change({ startsLocal: "2027-05-05T10:00" });
    expect(await rowOf(event.id)).toMatchObject({ postponedFrom: DESK_START });
    await change({ startsLocal: "2027-03-21T10:00" });
    expect(await rowOf(event.id)).toMatchObject({ postponedFrom: null, calendarSequence: 4 });
  });

  it.each(["draft", "live", "ended", "postponed", "cancelled"] as const)(
    "refuses an event that is %s",
    async (status) => {
      const { event, actor } = await aDesk({ status });
      const result = await postponeEvent({ actor, input: { eventId: event.id } });
      expect(result).toMatchObject({ failure: { kind: "conflict", reason: "wrong_state" } });
    },
  );

  it("is refused to strangers", async () => {
    const { event, strangers } = await aDesk();
    for (const actor of strangers)
      expect(refusalOf(await postponeEvent({ actor, input: { eventId: event.id } }))).toBe(NOT_ALLOWED);
    expect((await rowOf(event.id))?.status).toBe("published");
  });
});
