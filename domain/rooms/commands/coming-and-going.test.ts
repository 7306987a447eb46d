import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { assignments } from "@/db/schema/rooms";
import { aGuest, aLiveEvent, anOpenRound, at, type Guest, joined, some, whereIs } from "@/db/testing/rooms";
import { listRounds } from "../queries";
import { assign } from "./assign";
import { leaveRoom } from "./leave-room";
import { returnToPlenary } from "./return-to-plenary";

const CROWDS = process.env.TEST_LONG === "1" ? 25 : 3;

/** Eight people in a round; then, all at once: two leave, two go back, two are moved, one reloads, three arrive. */
async function crowd() {
  const live = await aLiveEvent({ guests: 8 });
  const { event, host } = live;
  const round = await anOpenRound(live);
  const listed = await listRounds(host.actor, event.id, at(20));
  const rooms = listed.ok ? (listed.value.rounds[0]?.rooms ?? []) : [];
  const [first, second] = some(rooms, 2);
  const people = some(live.people, 8);
  const eventId = event.id;
  const leaving = people.slice(0, 2);
  const late: Guest[] = [];
  const steps = [
    ...leaving.map(
      ({ actor, tab }) =>
        () =>
          leaveRoom({ actor, input: { eventId, tab }, now: at(30) }),
    ),
    ...people.slice(2, 4).map(
      ({ actor, tab }) =>
        () =>
          returnToPlenary({ actor, input: { eventId, tab }, now: at(30) }),
    ),
    ...people
      .slice(4, 6)
      .flatMap(({ admissionId }) =>
        [first, second].map(
          (room) => () =>
            assign({ actor: host.actor, input: { ...round, admissionId, roomId: room?.id }, now: at(30) }),
        ),
      ),
    ...people.slice(6, 7).map(
      ({ actor, tab }) =>
        () =>
          joined(event, actor, { tab, now: at(30) }),
    ),
    ...[1, 2, 3].map(() => async () => late.push(await aGuest(event, at(30)))),
  ];
  await Promise.all(steps.sort(() => Math.random() - 0.5).map((step) => step()));
  // One of those who left comes back as well.
  const [back] = leaving;
  if (back) await joined(event, back.actor, { tab: "tab-back", now: at(32) });
  return { live, round, returned: people.slice(2, 4), stay: [...people.slice(4), ...late], back };
}

test(`R18: in ${CROWDS} crowds that leave, return and arrive during a round, nobody is in two rooms or in none`, {
  timeout: 300_000,
}, async () => {
  for (let number = 0; number < CROWDS; number++) {
    const { live, round, returned, stay, back } = await crowd();
    for (const person of stay) expect(await whereIs(live.event, person, at(35))).toMatch(/^\d+$/);
    for (const person of returned) expect(await whereIs(live.event, person, at(35))).toBe("main");
    if (back) expect(await whereIs(live.event, back, at(35))).toMatch(/^\d+$|^main$/);
    const rows = await db().select().from(assignments).where(eq(assignments.roundId, round.roundId));
    expect(new Set(rows.map(({ admissionId }) => admissionId)).size).toBe(rows.length);
    // Whoever is present without a room is listed; those who chose the plenary have one they left.
    const listed = await listRounds(live.host.actor, live.event.id, at(35));
    expect(listed).toMatchObject({ value: { rounds: [{ state: "open", unassigned: [] }] } });
  }
});
