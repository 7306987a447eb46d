import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { auditEntries } from "@/db/schema/kernel";
import { eventActor, guest, organizerActor, personActor, seatActor } from "@/db/testing/actors";
import { aNetwork, anEvent, anEventRole, anOrganizer, aPerson, aRegistration } from "@/db/testing/makers";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { exportRegistrations } from "./export-registrations";

async function anOrganizedEvent() {
  const network = await aNetwork();
  const event = await anEvent({ network });
  const person = await anOrganizer(network);
  return { event, person, organizer: organizerActor(person, network) };
}

const exported = (actor: Actor, eventId: Id<"event">) =>
  exportRegistrations({ actor, input: { eventId, format: "excel", locale: "en" } });

const auditOf = (eventId: Id<"event">) =>
  db()
    .select({ actorId: auditEntries.actorId, outcome: auditEntries.outcome, command: auditEntries.command })
    .from(auditEntries)
    .where(eq(auditEntries.eventId, eventId));

describe("exportRegistrations", () => {
  it("P22: writes down who took the list, each time, and keeps nothing of the list", async () => {
    const { event, person, organizer } = await anOrganizedEvent();
    await aRegistration(event);
    for (let times = 0; times < 2; times++)
      expect(await exported(organizer, event.id)).toEqual({
        ok: true,
        value: { eventId: event.id, format: "excel", locale: "en", sensitive: false },
      });
    const entry = { actorId: person.id, outcome: "ok", command: "export-registrations" };
    expect(await auditOf(event.id)).toEqual([entry, entry]);
  });

  it("S34: refuses those who run the event without organizing it, and writes that down", async () => {
    const { event } = await anOrganizedEvent();
    for (const role of ["host", "cohost"] as const) {
      const actor = eventActor(await anEventRole(event, role), event, role);
      expect(await exported(actor, event.id)).toMatchObject({
        failure: { kind: "forbidden", reason: "not_allowed" },
      });
    }
    expect((await auditOf(event.id)).map(({ outcome }) => outcome)).toEqual(["not_allowed", "not_allowed"]);
  });

  it("S34: looks like a missing event to speakers, participants, strangers and other networks", async () => {
    const { event } = await anOrganizedEvent();
    const { organizer: foreign } = await anOrganizedEvent();
    const registration = await aRegistration(event);
    const strangers: Actor[] = [
      eventActor(await anEventRole(event, "speaker"), event, "speaker"),
      personActor(await aPerson()),
      seatActor(registration),
      guest,
      foreign,
    ];
    const missing = await exported(foreign, "evt_0000000000");
    expect(missing).toMatchObject({ ok: false, failure: { kind: "not_found", reason: "missing" } });
    for (const actor of strangers) expect(await exported(actor, event.id)).toEqual(missing);
    expect(await auditOf(event.id)).toHaveLength(strangers.length);
  });

  it("knows two formats and no other", async () => {
    const { event, organizer } = await anOrganizedEvent();
    const input = { eventId: event.id, format: "xlsx" };
    expect(await exportRegistrations({ actor: organizer, input })).toMatchObject({
      failure: { reason: "input", fields: { format: ["invalid"] } },
    });
  });
});
