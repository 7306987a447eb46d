import { expect, it } from "vitest";
import { eventActor, guest, personActor } from "@/db/testing/actors";
import { anEvent, anEventRole, aPerson } from "@/db/testing/makers";
import { grantsOf } from "@/domain/people/queries";
import { leaveEventRole } from "./leave-event-role";

it("gives up one's own role in this event, and nobody else's", async () => {
  const event = await anEvent();
  const [mia, ole] = [await anEventRole(event, "speaker"), await anEventRole(event, "host")];
  const input = { eventId: event.id, personId: ole.id };
  const call = { actor: eventActor(mia, event, "speaker"), input };
  expect(await leaveEventRole(call)).toMatchObject({ ok: true });
  const grants = await grantsOf([mia.id, ole.id]);
  expect([grants.get(mia.id), grants.get(ole.id)?.length]).toEqual([[], 1]);
  expect(await leaveEventRole(call)).toMatchObject({ failure: { reason: "missing" } });
});

it("finds nothing for whoever has no role there, at an event that exists as at one that does not", async () => {
  const event = await anEvent();
  const actor = personActor(await aPerson());
  for (const eventId of [event.id, "evt_missing000"])
    for (const who of [actor, guest])
      expect(await leaveEventRole({ actor: who, input: { eventId } })).toMatchObject({
        failure: { kind: "not_found", reason: "missing" },
      });
});
