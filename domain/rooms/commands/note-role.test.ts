import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { eventRoles } from "@/db/schema/alliance-roles";
import { outbox } from "@/db/schema/kernel";
import { eventActor, personActor, system } from "@/db/testing/actors";
import { anEventRole, aPerson } from "@/db/testing/makers";
import { aLiveEvent, at, joined } from "@/db/testing/rooms";
import { findPeopleNow } from "../queries/roles";
import { noteRole } from "./note-role";

it("tells the room of a role that ended outside, as of one taken inside, and nobody who never came", async () => {
  const { event } = await aLiveEvent();
  const mia = await anEventRole(event, "speaker");
  const { admissionId } = await joined(event, eventActor(mia, event, "speaker"), {
    tab: "tab-mia",
    now: at(1),
  });
  await db().delete(eventRoles).where(eq(eventRoles.personId, mia.id));
  const input = { eventId: event.id, personId: mia.id };
  expect(await noteRole({ actor: system, input, now: at(2) })).toMatchObject({
    ok: true,
    value: { told: true },
  });
  const told = await db().select().from(outbox).where(eq(outbox.kind, "participant.changed"));
  expect(told.map(({ payload }) => payload)).toContainEqual({ eventId: event.id, admissionId });
  expect(
    await findPeopleNow(db(), { ...event, eventId: event.id }, { ids: [admissionId], now: at(2) }),
  ).toEqual([]);
  const other = { eventId: event.id, personId: (await aPerson()).id };
  expect(await noteRole({ actor: system, input: other })).toMatchObject({ value: { told: false } });
  expect(await noteRole({ actor: personActor(mia), input })).toMatchObject({
    failure: { kind: "forbidden" },
  });
});
