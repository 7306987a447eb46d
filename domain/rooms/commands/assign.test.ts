import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { assignments } from "@/db/schema/rooms";
import { claimActor } from "@/db/testing/actors";
import { aClaim, aRegistration } from "@/db/testing/makers";
import { aLiveEvent, anOpenRound, at, joined, whereIs } from "@/db/testing/rooms";
import { listRounds } from "../queries";
import { assign } from "./assign";

async function ground() {
  const live = await aLiveEvent({ guests: 4 });
  const input = await anOpenRound(live);
  const listed = await listRounds(live.host.actor, live.event.id, at(20));
  const rooms = listed.ok ? (listed.value.rounds[0]?.rooms ?? []) : [];
  const [first, second] = rooms;
  const [ada] = live.people;
  if (!first || !second || !ada) throw new Error("two rooms are needed");
  const move = (admissionId: string, roomId: string | null, actor = live.host.actor) =>
    assign({ actor, input: { ...input, admissionId, roomId }, now: at(30) });
  return { live, input, first, second, ada, move };
}

test("a person is moved to the other room, and out of the round to the plenary", async () => {
  const { live, first, second, ada, move } = await ground();
  for (const room of [first, second, first]) {
    expect(await move(ada.admissionId, room.id)).toMatchObject({ ok: true });
    expect(await whereIs(live.event, ada, at(31))).toBe(room.label);
  }
  await move(ada.admissionId, null);
  expect(await whereIs(live.event, ada, at(31))).toBe("main");
});

test("R18: however many hosts move one person at once, it is in exactly one room", async () => {
  const { first, second, ada, move } = await ground();
  const moves = Array.from({ length: 10 }, (_, index) =>
    move(ada.admissionId, index % 2 ? first.id : second.id),
  );
  for (const result of await Promise.all(moves)) expect(result.ok).toBe(true);
  const rows = await db().select().from(assignments).where(eq(assignments.admissionId, ada.admissionId));
  expect(rows).toHaveLength(1);
});

test("S56: rooms of other rounds, people of other events and claims are refused; participants move nobody", async () => {
  const { live, first, ada, move } = await ground();
  const other = await ground();
  expect(await move(ada.admissionId, other.first.id)).toMatchObject({ failure: { reason: "missing_room" } });
  expect(await move(other.ada.admissionId, first.id)).toMatchObject({
    failure: { reason: "missing_person" },
  });
  const registration = await aRegistration(live.event);
  const claim = await joined(live.event, claimActor(registration, await aClaim(registration)), {
    tab: "tab-claim",
    now: at(20),
  });
  expect(await move(claim.admissionId, first.id)).toMatchObject({ failure: { reason: "unproven" } });
  expect(await move(ada.admissionId, first.id, ada.actor)).toMatchObject({ failure: { kind: "forbidden" } });
});
