import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { chatMessages } from "@/db/schema/interaction";
import { outbox } from "@/db/schema/kernel";
import { meetings } from "@/db/schema/matchmaking";
import { admissions } from "@/db/schema/rooms";
import { eventActor, personActor, system } from "@/db/testing/actors";
import { aTalk } from "@/db/testing/group-talks";
import { anEventRole } from "@/db/testing/makers";
import { enterableRoom, joined, whereIs } from "@/db/testing/rooms";
import { aTalkEvent, slotAt } from "@/db/testing/talks";
import { postMessage } from "@/domain/interaction/commands/post-message";
import { listMessages } from "@/domain/interaction/queries/messages";
import { wipePerson } from "@/domain/privacy/commands/wipe-person";
import { joinRoom } from "@/domain/rooms/commands/join-room";
import { leaveRoom } from "@/domain/rooms/commands/leave-room";
import { openRoom } from "@/domain/rooms/commands/open-room";
import { sanction } from "@/domain/rooms/commands/sanction";
import { idOf } from "@/lib/ids";

/** Two people in the room of their talk, and a host in the plenary that was opened before. */
async function aRunningTalk() {
  const talk = await aTalk(await aTalkEvent());
  const { event } = talk;
  const at = (minutes: number) => new Date(slotAt(event, 0).getTime() + minutes * 60_000);
  const host = eventActor(await anEventRole(event, "host"), event, "host");
  await joined(event, host, { tab: "tab-host", now: at(-10) });
  const opened = await openRoom({ actor: host, input: { eventId: event.id }, now: at(-10) });
  if (!opened.ok) throw new Error(opened.failure.reason);
  const [anna, ben] = [
    await joined(event, personActor(talk.anna.person), { tab: "tab-anna", now: at(1) }),
    await joined(event, personActor(talk.ben.person), { tab: "tab-ben", now: at(1) }),
  ];
  const whereAt = async (minutes: number) =>
    [await whereIs(event, anna, at(minutes)), await whereIs(event, ben, at(minutes))] as const;
  return { ...talk, host, at, inside: { anna, ben }, whereAt };
}
type Running = Awaited<ReturnType<typeof aRunningTalk>>;

const rolesOf = async ({ event }: Running) =>
  (await db().select().from(admissions).where(eq(admissions.eventId, event.id)))
    .map(({ role }) => role)
    .sort();
const toldOf = async ({ event }: Running, kind: string) =>
  (await db().select().from(outbox).where(eq(outbox.kind, kind))).filter(({ payload }) =>
    JSON.stringify(payload).includes(event.id),
  );

describe("R16: the host is gone while people talk", () => {
  it("they talk on, the clock ends it, nobody inherits the role, and it is the host's again on another device", async () => {
    const talk = await aRunningTalk();
    const { event, host, at, whereAt } = talk;
    const before = await rolesOf(talk);
    const [there] = await whereAt(2);
    await leaveRoom({ actor: host, input: { eventId: event.id, tab: "tab-host" }, now: at(2) });
    expect(await whereAt(15)).toEqual([there, there]);
    // Five minutes of grace after twenty of talk, and then the plenary, which needs no host to be there.
    expect(await whereAt(24.9)).toEqual([there, there]);
    expect(await whereAt(25.1)).toEqual(["main", "main"]);
    expect(await rolesOf(talk)).toEqual(before);
    const back = await joined(event, host, { tab: "tab-other-device", now: at(7) });
    expect(await whereIs(event, back, at(7))).toBe("main");
    expect(await rolesOf(talk)).toEqual(before);
  });
});

describe("R15: one of the two opens the talk in a second window", () => {
  it("which waits until it is asked to take over; closing the held one leaves the talk alone", async () => {
    const { event, anna, at, whereAt } = await aRunningTalk();
    const actor = personActor(anna.person);
    const enter = async (tab: string, takeOver = false) => {
      const result = await joinRoom({ actor, input: { eventId: event.id, tab, takeOver }, now: at(1.1) });
      return result.ok ? result.value.holdsLease : result.failure.reason;
    };
    const [there] = await whereAt(1.1);
    // Soon enough: a window that is heard of no more loses the seat to the next.
    expect(await enter("tab-two")).toBe(false);
    expect(await enter("tab-two", true)).toBe(true);
    expect(await enter("tab-anna")).toBe(false);
    await leaveRoom({ actor, input: { eventId: event.id, tab: "tab-anna" }, now: at(1.2) });
    expect(await enter("tab-two")).toBe(true);
    expect(await whereAt(4)).toEqual([there, there]);
  });
});

describe("R25: one of the two is erased while they talk", () => {
  it("is out at once and comes in no more; the other is told, is not left alone in the room, and reads no name", async () => {
    const talk = await aRunningTalk();
    const { event, anna, ben, at, inside, meetingId, whereAt } = talk;
    const [there] = await whereAt(2);
    const roomId = idOf("room").parse(await enterableRoom(event, inside.anna, at(2)));
    const word = {
      eventId: event.id,
      roomId,
      scope: "room",
      text: "Streng persönlich",
      clientKey: "key-00000001",
    };
    expect((await postMessage({ actor: inside.anna.actor, input: word, now: at(2) })).ok).toBe(true);

    expect((await wipePerson({ actor: system, input: { personId: anna.person.id }, now: at(3) })).ok).toBe(
      true,
    );
    // What ends the connection at LiveKit, and what writes to the other.
    expect((await toldOf(talk, "participant.removed")).map(({ payload }) => payload)).toEqual([
      { eventId: event.id, admissionId: inside.anna.admissionId },
    ]);
    expect((await toldOf(talk, "meeting.cancelled")).map(({ payload }) => payload)).toEqual([
      { meetingId, eventId: event.id },
    ]);
    expect(await toldOf(talk, "round.cancelled")).toHaveLength(1);
    const again = await joinRoom({
      actor: inside.anna.actor,
      input: { eventId: event.id, tab: "tab-again" },
      now: at(3.1),
    });
    expect(again).toMatchObject({ ok: false });
    expect(await whereIs(event, inside.ben, at(3.1))).toBe("main");
    expect(there).not.toBe("main");

    const [row] = await db().select().from(chatMessages).where(eq(chatMessages.roomId, roomId));
    expect(row?.text).toBe("");
    const read = await listMessages(personActor(ben.person), { eventId: event.id, after: null }, at(3.1));
    expect(JSON.stringify(read)).not.toContain(anna.person.name);
    const seats = await db().select().from(admissions).where(eq(admissions.eventId, event.id));
    expect(seats.map(({ displayName }) => displayName)).not.toContain(anna.registration.name);
    const [meeting] = await db()
      .select()
      .from(meetings)
      .where(and(eq(meetings.id, meetingId)));
    expect(meeting?.status).toBe("cancelled");
  });

  it("a ban keeps its hold on the talk as well: out, and not in again", async () => {
    const { event, host, at, inside } = await aRunningTalk();
    const banned = await sanction({
      actor: host,
      input: { eventId: event.id, admissionId: inside.anna.admissionId, action: "ban" },
      now: at(3),
    });
    expect(banned.ok).toBe(true);
    const input = { eventId: event.id, tab: "tab-again" };
    expect(await joinRoom({ actor: inside.anna.actor, input, now: at(4) })).toMatchObject({ ok: false });
  });
});
