import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { participations, rooms } from "@/db/schema/rooms";
import { guest, system } from "@/db/testing/actors";
import { aLiveEvent, at } from "@/db/testing/rooms";
import { attendanceOf } from "../queries";
import { closeAttendance } from "./close-attendance";

test("the record of an event is written once and does not change afterwards", async () => {
  const { event, people } = await aLiveEvent({ guests: 1 });
  const [ada] = people;
  const [room] = await db().select().from(rooms).where(eq(rooms.label, event.title));
  if (!ada || !room) throw new Error("somebody and a plenary are needed");
  const stay = {
    eventId: event.id,
    admissionId: ada.admissionId,
    roomId: room.id,
    source: "webhook" as const,
  };
  await db()
    .insert(participations)
    .values([
      { ...stay, participantSid: "PA_a1", joinedAt: at(0), leftAt: at(600) },
      { ...stay, participantSid: "PA_a2", joinedAt: at(630), leftAt: at(900) },
    ]);
  const input = { eventId: event.id };
  expect(await closeAttendance({ actor: guest, input })).toMatchObject({ failure: { kind: "not_found" } });
  expect(await closeAttendance({ actor: system, input, now: at(6000) })).toMatchObject({
    value: { people: 1 },
  });
  await db()
    .insert(participations)
    .values({ ...stay, participantSid: "PA_a3", joinedAt: at(2000), leftAt: at(3000) });
  await closeAttendance({ actor: system, input, now: at(7000) });
  expect(await attendanceOf(event.id, at(7000))).toMatchObject([
    { admissionId: ada.admissionId, seconds: 900 },
  ]);
});
