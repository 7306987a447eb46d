import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { auditEntries } from "@/db/schema/kernel";
import { eventActor, guest, organizerActor } from "@/db/testing/actors";
import { aNetwork, anEventRole, anOrganizer } from "@/db/testing/makers";
import { aLiveEvent, at } from "@/db/testing/rooms";
import type { Actor } from "@/domain/policy";
import { exportReport } from "./export-report";

it("P22: writes down who took the report along, each time, and that somebody tried who may not", async () => {
  const network = await aNetwork();
  const { event, host } = await aLiveEvent({ network });
  const person = await anOrganizer(network);
  const organizer = organizerActor(person, network);
  const take = (actor: Actor, format: string) =>
    exportReport({ actor, input: { eventId: event.id, format }, now: at(60) });
  for (const format of ["pdf", "json", "excel", "rfc4180"])
    expect(await take(organizer, format)).toEqual({
      ok: true,
      value: { eventId: event.id, format, locale: "de" },
    });
  expect(await take(organizer, "xlsx")).toMatchObject({ failure: { kind: "invalid" } });
  const elsewhere = await aNetwork();
  const strangers: Actor[] = [
    guest,
    organizerActor(await anOrganizer(elsewhere), elsewhere),
    eventActor(await anEventRole(event, "check_in"), event, "check_in"),
  ];
  for (const actor of strangers)
    expect(await take(actor, "pdf")).toMatchObject({ failure: { kind: "not_found" } });
  // Whoever sees the desk knows that there is a report, and is told that it is not theirs.
  expect(await take(host.actor, "pdf")).toMatchObject({ failure: { kind: "forbidden" } });
  const written = await db().select().from(auditEntries).where(eq(auditEntries.eventId, event.id));
  const mine = written.filter(({ command }) => command === "export-report");
  expect(mine.filter(({ outcome }) => outcome === "ok").map(({ actorId }) => actorId)).toEqual(
    Array.from({ length: 4 }, () => person.id),
  );
  expect(mine.filter(({ outcome }) => outcome !== "ok").length).toBeGreaterThan(0);
});
