import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { events } from "@/db/schema/programme";
import { organizerActor, personActor } from "@/db/testing/actors";
import { aNetwork, anEvent, anOrganizer, aPerson } from "@/db/testing/makers";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { cancelEvent } from "./cancel-event";

async function scene(values: Parameters<typeof anEvent>[0] = {}) {
  const network = await aNetwork();
  const event = await anEvent({ network, ...values });
  return { event, actor: organizerActor(await anOrganizer(network), network) };
}

describe("cancelEvent", () => {
  it("moves the event and tells it", async () => {
    const { event, actor } = await scene({});
    const now = new Date("2026-11-12T10:00:00Z");
    const result = await cancelEvent({ actor, input: { eventId: event.id }, now });
    expect(result).toEqual({ ok: true, value: { eventId: event.id, slug: event.slug } });
    const [row] = await db().select().from(events).where(eq(events.id, event.id));
    expect(row).toMatchObject({ status: "cancelled", calendarSequence: 1, calendarChangedAt: now });
    const facts = await db().select().from(outbox).orderBy(outbox.seq);
    expect(facts.at(-1)).toMatchObject({ kind: "event.cancelled", payload: { eventId: event.id } });
  });

  it.each(["ended", "cancelled"] as const)("refuses an event that is %s", async (status) => {
    const { event, actor } = await scene({ status });
    const result = await cancelEvent({ actor, input: { eventId: event.id } });
    expect(result).toMatchObject({ ok: false, failure: { kind: "conflict", reason: "wrong_state" } });
  });

  it("is refused to people without a role in it, and to organizers of other networks", async () => {
    const { event } = await scene({});
    const other = await scene();
    for (const actor of [personActor(await aPerson()), other.actor])
      expect(refusalOf(await cancelEvent({ actor, input: { eventId: event.id } }))).toBe(NOT_ALLOWED);
    const [row] = await db().select().from(events).where(eq(events.id, event.id));
    expect(row?.status).toBe(event.status);
  });
});
