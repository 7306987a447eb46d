import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { auditEntries } from "@/db/schema/kernel";
import { guest, organizerActor, personActor } from "@/db/testing/actors";
import { aNetwork, aPerson } from "@/db/testing/makers";
import { aTalkEvent } from "@/db/testing/talks";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { printPlan } from "./print-plan";

const printed = (actor: Actor, eventId: Id<"event">) =>
  printPlan({ actor, input: { eventId, by: "person", locale: "en" } });

describe("print-plan", () => {
  it("writes down each time who took the plan away, and keeps nothing of it", async () => {
    const event = await aTalkEvent();
    const organizer = organizerActor(await aPerson(), { id: event.networkId });
    for (let times = 0; times < 2; times++)
      expect(await printed(organizer, event.id)).toEqual({
        ok: true,
        value: { eventId: event.id, by: "person", locale: "en" },
      });
    const entries = await db()
      .select({ command: auditEntries.command, outcome: auditEntries.outcome })
      .from(auditEntries)
      .where(eq(auditEntries.eventId, event.id));
    const entry = { command: "print-plan", outcome: "ok" };
    expect(entries).toEqual([entry, entry]);
  });

  it("looks like a missing event to whoever does not plan its talks", async () => {
    const event = await aTalkEvent();
    const foreign = organizerActor(await aPerson(), await aNetwork());
    const missing = await printed(foreign, "evt_0000000000");
    expect(missing).toMatchObject({ failure: { kind: "not_found", reason: "missing" } });
    for (const actor of [personActor(await aPerson()), guest, foreign])
      expect(await printed(actor, event.id)).toEqual(missing);
  });

  it("knows three orders and no other", async () => {
    const event = await aTalkEvent();
    const organizer = organizerActor(await aPerson(), { id: event.networkId });
    const input = { eventId: event.id, by: "room" };
    expect(await printPlan({ actor: organizer, input })).toMatchObject({
      failure: { reason: "input", fields: { by: ["invalid"] } },
    });
  });
});
