import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { auditEntries } from "@/db/schema/kernel";
import { eventActor, guest, organizerActor, personActor } from "@/db/testing/actors";
import { aNetwork, anEventRole, anOrganizer, aPerson } from "@/db/testing/makers";
import { aTalkEvent } from "@/db/testing/talks";
import type { Actor } from "@/domain/policy";
import { exportTalkReport } from "./export-talk-report";

async function anOffice() {
  const network = await aNetwork();
  const event = await aTalkEvent({ network });
  const person = await anOrganizer(network);
  return { event, person, organizer: organizerActor(person, network) };
}

it("P22: writes down who took the report away, each time, and keeps nothing of it", async () => {
  const { event, person, organizer } = await anOffice();
  const input = { eventId: event.id, format: "pdf" };
  for (let times = 0; times < 2; times++)
    expect(await exportTalkReport({ actor: organizer, input })).toEqual({
      ok: true,
      value: { eventId: event.id, format: "pdf", locale: "de" },
    });
  const rows = await db()
    .select({ actorId: auditEntries.actorId, command: auditEntries.command, outcome: auditEntries.outcome })
    .from(auditEntries)
    .where(eq(auditEntries.eventId, event.id));
  const entry = { actorId: person.id, command: "export-talk-report", outcome: "ok" };
  expect(rows).toEqual([entry, entry]);
});

it("refuses who runs the event without organizing it, and looks missing to strangers", async () => {
  const { event } = await anOffice();
  const reasonFor = async (actor: Actor, format = "excel") => {
    const result = await exportTalkReport({ actor, input: { eventId: event.id, format } });
    return result.ok ? "ok" : result.failure.reason;
  };
  const host = eventActor(await anEventRole(event, "host"), event, "host");
  expect(await reasonFor(host)).toBe("not_allowed");
  for (const actor of [guest, personActor(await aPerson()), (await anOffice()).organizer])
    expect(await reasonFor(actor)).toBe("missing");
});

it("knows three formats and no other", async () => {
  const { event, organizer } = await anOffice();
  const input = { eventId: event.id, format: "xlsx" };
  expect(await exportTalkReport({ actor: organizer, input })).toMatchObject({ failure: { kind: "invalid" } });
});
