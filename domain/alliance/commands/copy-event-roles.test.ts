import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { eventRoles } from "@/db/schema/alliance-roles";
import { guest, organizerActor } from "@/db/testing/actors";
import { aNetwork, anEvent, anEventRole, anOrganizer } from "@/db/testing/makers";
import { copyEventRoles } from "./copy-event-roles";

it("gives the same people the same roles in the copies, within one network only", async () => {
  const network = await aNetwork();
  const [event, copy, foreign] = [await anEvent({ network }), await anEvent({ network }), await anEvent()];
  const host = await anEventRole(event, "host");
  const actor = organizerActor(await anOrganizer(network), network);
  const missing = { failure: { kind: "not_found" } };
  const input = { eventId: event.id, copyIds: [copy.id] };
  expect(await copyEventRoles({ actor: guest, input })).toMatchObject(missing);
  expect(await copyEventRoles({ actor, input: { ...input, copyIds: [copy.id, foreign.id] } })).toMatchObject(
    missing,
  );
  expect(await copyEventRoles({ actor, input: { ...input, eventId: foreign.id } })).toMatchObject(missing);
  expect(await copyEventRoles({ actor, input })).toMatchObject({ value: { copied: 1 } });
  expect(await db().select().from(eventRoles).where(eq(eventRoles.eventId, copy.id))).toEqual([
    { eventId: copy.id, personId: host.id, role: "host" },
  ]);
});
