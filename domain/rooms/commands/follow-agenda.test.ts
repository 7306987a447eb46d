import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { sessions } from "@/db/schema/programme";
import { admissions, assignments, rounds } from "@/db/schema/rooms";
import { eventActor, personActor } from "@/db/testing/actors";
import { aKnownSpeaker, aSession, aSpeaker, speaksIn } from "@/db/testing/agenda";
import { anEvent, anEventRole, aPerson } from "@/db/testing/makers";
import { aParallelEvent, follow, roomsByRound } from "@/db/testing/parallel";
import { aGuest, aLiveEvent, at, type Guest, joined, START, whereIs } from "@/db/testing/rooms";
import { chooseSession } from "./choose-session";
import { followAgenda } from "./follow-agenda";
import { switchSession } from "./switch-session";

const MINUTE = 60;
const shift = (id: `ses_${string}`, minutes: number) => {
  const startsAt = at(minutes * MINUTE);
  return db()
    .update(sessions)
    .set({ startsAt, endsAt: at((minutes + 20) * MINUTE) })
    .where(eq(sessions.id, id));
};

describe("rooms of agenda items that run at once", () => {
  it("are made once, with the item's name, mode and times", async () => {
    const live = await aParallelEvent();
    const { rooms, round, sessions: items, event } = live;
    expect([rooms.first.label, rooms.second.label]).toEqual([
      `Sensorik ${event.title} · A`,
      `Wasser ${event.title} · B`,
    ]);
    expect([rooms.first.mode, rooms.second.mode]).toEqual(["stage", "roundtable"]);
    expect([rooms.first.sessionId, rooms.second.sessionId]).toEqual([items.first.id, items.second.id]);
    expect([round.startsAt, round.endsAt]).toEqual([at(10 * MINUTE), at(30 * MINUTE)]);
    expect(await follow(live)).toMatchObject({ ok: true, value: { rounds: 0 } });
    expect((await roomsByRound(live)).size).toBe(1);
  });

  it("take an item without a mode as the event is, and breaks and what is internal not at all", async () => {
    const live = await aLiveEvent({ mode: "forum" });
    const { title } = live.event;
    const item = { after: 10, minutes: 20 };
    await aSession(live.event, { ...item, title: `Eins ${title}`, track: "A" });
    await aSession(live.event, { ...item, title: `Zwei ${title}`, track: "B" });
    await aSession(live.event, { ...item, title: `Pause ${title}`, track: "C", kind: "break" });
    await aSession(live.event, { ...item, title: `Technik ${title}`, track: "D", isInternal: true });
    await follow(live);
    const [made] = [...(await roomsByRound(live)).values()];
    expect(made?.map(({ room }) => [room.label, room.mode])).toEqual([
      [`Eins ${title} · A`, "forum"],
      [`Zwei ${title} · B`, "forum"],
    ]);
  });

  it("follow items that are moved before they have begun, with those who chose them", async () => {
    const live = await aParallelEvent();
    const [ben] = live.people;
    if (!ben) throw new Error("somebody is needed");
    const input = { eventId: live.event.id, roundId: live.round.id, roomId: live.rooms.first.id };
    expect(await chooseSession({ actor: ben.actor, input, now: at(5) })).toMatchObject({ ok: true });
    await shift(live.sessions.first.id, 12);
    await shift(live.sessions.second.id, 12);
    await follow(live, at(6));
    expect(await whereIs(live.event, ben, at(11 * MINUTE))).toBe("main");
    expect(await whereIs(live.event, ben, at(13 * MINUTE))).toBe(live.rooms.first.label);
  });

  it("stay as they are once they have begun", async () => {
    const live = await aParallelEvent();
    await shift(live.sessions.first.id, 40);
    await shift(live.sessions.second.id, 40);
    await follow(live, at(11 * MINUTE));
    const [round] = await db().select().from(rounds).where(eq(rounds.id, live.round.id));
    expect(round?.startsAt).toEqual(at(10 * MINUTE));
    expect((await roomsByRound(live)).size).toBe(1);
  });

  it("go with an item that is taken off, and with the last that ran beside another", async () => {
    const live = await aParallelEvent();
    const third = await aSession(live.event, {
      title: `Kies ${live.event.title}`,
      after: 10,
      minutes: 10,
      track: "C",
    });
    await follow(live, at(2));
    const labels = async () =>
      [...(await roomsByRound(live)).values()].map((made) =>
        made.map(({ room }) => room.label.split(" ")[0]),
      );
    expect(await labels()).toEqual([["Kies", "Sensorik", "Wasser"]]);
    await db().delete(sessions).where(eq(sessions.id, third.id));
    await follow(live, at(3));
    expect(await labels()).toEqual([["Sensorik", "Wasser"]]);
    await db().delete(sessions).where(eq(sessions.id, live.sessions.second.id));
    await follow(live, at(4));
    expect(await labels()).toEqual([]);
  });

  it("change rounds with their item, and a room that ends before its round gives its people back", async () => {
    const live = await aParallelEvent();
    const [ben] = live.people;
    if (!ben) throw new Error("somebody is needed");
    const short = await aSession(live.event, {
      title: `Kurz ${live.event.title}`,
      after: 10,
      minutes: 5,
      track: "C",
    });
    await follow(live, at(2));
    const made = [...(await roomsByRound(live)).values()].flat();
    const room = made.find((one) => one.room.sessionId === short.id)?.room;
    expect(room?.closesAt).toEqual(at(15 * MINUTE));
    const input = { eventId: live.event.id, roundId: live.round.id, roomId: room?.id };
    expect(await chooseSession({ actor: ben.actor, input, now: at(3) })).toMatchObject({ ok: true });
    expect(await whereIs(live.event, ben, at(14 * MINUTE))).toBe(room?.label);
    expect(await whereIs(live.event, ben, at(16 * MINUTE))).toBe("main");
    expect(await chooseSession({ actor: ben.actor, input, now: at(16 * MINUTE) })).toMatchObject({
      failure: { reason: "missing_room" },
    });
  });
});

describe("speakers of an item", () => {
  it("are put into its room where the product knows them, before or after it was made, unless they chose", async () => {
    const live = await aParallelEvent();
    const { event, sessions: items, rooms } = live;
    const role = async () => eventActor(await anEventRole(event, "speaker"), event, "speaker");
    const [early, late] = [await role(), await role()];
    if (early.type !== "person" || late.type !== "person") throw new Error("people are needed");
    await speaksIn(await aKnownSpeaker(event, early.personId), items.first);
    await speaksIn(await aKnownSpeaker(event, late.personId), items.second);
    await speaksIn(await aSpeaker(event, "Nur ein Name", 2), items.second);
    const ada = await joined(event, early, { tab: "tab-ada", now: at(3) });
    expect(await whereIs(event, ada, at(11 * MINUTE))).toBe(rooms.first.label);
    const bo = await joined(event, late, { tab: "tab-bo", now: at(10 * MINUTE + 5) });
    expect(await whereIs(event, bo, at(11 * MINUTE))).toBe(rooms.second.label);
    const input = { eventId: event.id, roundId: live.round.id, roomId: null };
    expect(await chooseSession({ actor: ada.actor, input, now: at(11 * MINUTE) })).toMatchObject({
      ok: true,
    });
    await follow(live, at(11 * MINUTE + 1));
    expect(await whereIs(event, ada, at(12 * MINUTE))).toBe("main");
    expect(await db().$count(assignments, eq(assignments.roundId, live.round.id))).toBe(2);
  });

  it("who wait at a locked door are put nowhere until they are in; who is inside is", async () => {
    const live = await aParallelEvent();
    const { event, host, people, sessions: items } = live;
    const turn = (change: "lock" | "unlock", now: Date) =>
      switchSession({ actor: host.actor, input: { eventId: event.id, change }, now });
    const speaks = async ({ admissionId }: Guest, item: typeof items.first) => {
      const [row] = await db().select().from(admissions).where(eq(admissions.id, admissionId));
      if (!row?.personId) throw new Error("whoever came by their link is a person");
      await speaksIn(await aKnownSpeaker(event, row.personId), item);
    };
    const [inside] = people;
    if (!inside) throw new Error("somebody is needed");
    expect(await turn("lock", at(2))).toMatchObject({ ok: true });
    const outside = await aGuest(event, at(3));
    await speaks(inside, items.first);
    await speaks(outside, items.second);
    const seated = async () =>
      (await db().select().from(assignments).where(eq(assignments.roundId, live.round.id))).map(
        ({ admissionId }) => admissionId,
      );
    await follow(live, at(4));
    expect(await seated()).toEqual([inside.admissionId]);
    expect(await turn("unlock", at(5))).toMatchObject({ ok: true });
    await joined(event, outside.actor, { tab: outside.tab, now: at(6) });
    expect(await seated()).toEqual(expect.arrayContaining([inside.admissionId, outside.admissionId]));
  });
});

it("makes nothing before an event is live, and is nobody's to call", async () => {
  const event = await anEvent({ startsAt: START });
  await aSession(event, { title: `Eins ${event.title}`, after: 10, minutes: 20, track: "A" });
  await aSession(event, { title: `Zwei ${event.title}`, after: 10, minutes: 20, track: "B" });
  expect(await follow({ event })).toMatchObject({ ok: true, value: { rounds: 0 } });
  const host = eventActor(await anEventRole(event, "host"), event, "host");
  for (const actor of [host, personActor(await aPerson())])
    expect(await followAgenda({ actor, input: { eventId: event.id } })).toMatchObject({
      failure: { kind: "forbidden" },
    });
});
