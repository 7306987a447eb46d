import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { auditEntries } from "@/db/schema/kernel";
import { eventActor, guest, organizerActor, personActor } from "@/db/testing/actors";
import { aNetwork, anEventRole, aPerson } from "@/db/testing/makers";
import { aTalkEvent } from "@/db/testing/talks";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { exportPlan } from "./export-plan";

const exported = (actor: Actor, eventId: Id<"event">) =>
  exportPlan({ actor, input: { eventId, format: "excel", locale: "en" } });

const outcomesOf = async (eventId: Id<"event">) =>
  (
    await db()
      .select({ outcome: auditEntries.outcome })
      .from(auditEntries)
      .where(eq(auditEntries.eventId, eventId))
  ).map(({ outcome }) => outcome);

describe("export-plan", () => {
  it("writes down each time who took the plan away, and keeps nothing of it", async () => {
    const event = await aTalkEvent();
    const organizer = organizerActor(await aPerson(), { id: event.networkId });
    for (let times = 0; times < 2; times++)
      expect(await exported(organizer, event.id)).toEqual({
        ok: true,
        value: { eventId: event.id, format: "excel", locale: "en" },
      });
    expect(await outcomesOf(event.id)).toEqual(["ok", "ok"]);
  });

  it("refuses a host, and looks like a missing event to everybody else", async () => {
    const event = await aTalkEvent();
    const host = eventActor(await anEventRole(event, "host"), event, "host");
    expect(await exported(host, event.id)).toMatchObject({ failure: { reason: "not_allowed" } });
    const foreign = organizerActor(await aPerson(), await aNetwork());
    const missing = await exported(foreign, "evt_0000000000");
    expect(missing).toMatchObject({ failure: { kind: "not_found", reason: "missing" } });
    for (const actor of [personActor(await aPerson()), guest, foreign])
      expect(await exported(actor, event.id)).toEqual(missing);
  });

  it("knows two formats and no other", async () => {
    const event = await aTalkEvent();
    const organizer = organizerActor(await aPerson(), { id: event.networkId });
    const input = { eventId: event.id, format: "xlsx" };
    expect(await exportPlan({ actor: organizer, input })).toMatchObject({
      failure: { reason: "input", fields: { format: ["invalid"] } },
    });
  });
});
