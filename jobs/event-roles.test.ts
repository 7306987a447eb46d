import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { eventRoles } from "@/db/schema/alliance-roles";
import { outbox } from "@/db/schema/kernel";
import { eventActor } from "@/db/testing/actors";
import { everyStatementDeadlocks, noStatementDeadlocks } from "@/db/testing/deadlocks";
import { anEventRole } from "@/db/testing/makers";
import { aLiveEvent, at, joined } from "@/db/testing/rooms";
import { newId } from "@/lib/ids";
import { noteRoleForFact } from "./event-roles";

it("is told again after it gave up, and then the room hears of it; of an event that is gone nothing is", async () => {
  const { event } = await aLiveEvent();
  const mia = await anEventRole(event, "speaker");
  const { admissionId } = await joined(event, eventActor(mia, event, "speaker"), {
    tab: "tab-mia",
    now: at(1),
  });
  await db().delete(eventRoles).where(eq(eventRoles.personId, mia.id));
  const aFact = (eventId: string) => ({
    ...{ id: "fct_1", kind: "event_role.ended", payload: { eventId, personId: mia.id }, at: new Date() },
  });
  const told = async () =>
    (await db().select().from(outbox).where(eq(outbox.kind, "participant.changed"))).filter(({ payload }) =>
      JSON.stringify(payload).includes(admissionId),
    );
  const before = (await told()).length;
  await everyStatementDeadlocks("outbox");
  await expect(noteRoleForFact(aFact(event.id))).rejects.toThrow("try_again");
  await noStatementDeadlocks("outbox");
  expect(await told()).toHaveLength(before);
  await noteRoleForFact(aFact(event.id));
  expect((await told()).length).toBeGreaterThan(before);
  await noteRoleForFact(aFact(newId("event")));
});
