import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { assignments, liveSessions, networkings, rooms, rounds } from "@/db/schema/rooms";
import { asides } from "@/db/schema/rooms-beside";
import { claimActor, guest } from "@/db/testing/actors";
import { aClaim, aRegistration } from "@/db/testing/makers";
import { aDraft, aGuest, aLiveEvent, at, type Guest, joined } from "@/db/testing/rooms";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { listDrawable } from "../queries/drawable";
import { myAside } from "../queries/my-aside";
import { assign } from "./assign";
import { cancelRound } from "./cancel-round";
import { changeRooms } from "./change-rooms";
import { copyRound } from "./copy-round";
import { createRound } from "./create-round";
import { extendRound } from "./extend-round";
import { hastenNetworking } from "./hasten-networking";
import { importRound } from "./import-round";
import { listenIn } from "./listen-in";
import { messageRound } from "./message-round";
import { openRound } from "./open-round";
import { recallRound } from "./recall-round";
import { redistribute } from "./redistribute";
import { setRole } from "./set-role";
import { speakToRooms } from "./speak-to-rooms";
import { startNetworking } from "./start-networking";
import { stopNetworking } from "./stop-networking";

/** Where a call is made, and what it is about. */
type Aim = {
  eventId: Id<"event">;
  roundId: Id<"round">;
  roomId: Id<"room">;
  networkingId: Id<"networking">;
  admissionId: Id<"admission">;
};
type Call = (actor: Actor, aim: Aim) => Promise<{ ok: boolean }>;
const now = at(5);

/** What needs nothing but the event. */
const ofEvent: [string, Call][] = [
  ["prepare a set", (actor, { eventId }) => createRound({ actor, input: { eventId, rule: "groups" }, now })],
  ["bring a file", (actor, { eventId }) => importRound({ actor, input: { eventId, text: "1;Ada" }, now })],
  ["start speed networking", (actor, { eventId }) => startNetworking({ actor, input: { eventId }, now })],
  ["read the questions of the form", (actor, { eventId }) => listDrawable(actor, eventId, now)],
  ["read what is heard beside", (actor, { eventId }) => myAside(actor, eventId, now)],
];

/** What is about one round, room, person or speed networking. */
const ofRound: [string, Call][] = [
  ["open", (actor, { eventId, roundId }) => openRound({ actor, input: { eventId, roundId }, now })],
  ["copy", (actor, { eventId, roundId }) => copyRound({ actor, input: { eventId, roundId }, now })],
  ["recall", (actor, { eventId, roundId }) => recallRound({ actor, input: { eventId, roundId }, now })],
  ["cancel", (actor, { eventId, roundId }) => cancelRound({ actor, input: { eventId, roundId }, now })],
  ["draw again", (actor, { eventId, roundId }) => redistribute({ actor, input: { eventId, roundId }, now })],
  ["speak to", (actor, { eventId, roundId }) => speakToRooms({ actor, input: { eventId, roundId }, now })],
  ["listen in", (actor, { eventId, roomId }) => listenIn({ actor, input: { eventId, roomId }, now })],
  [
    "extend",
    (actor, { eventId, roundId, roomId }) =>
      extendRound({ actor, input: { eventId, roundId, roomId, seconds: 60 }, now }),
  ],
  [
    "write to",
    (actor, { eventId, roundId }) => messageRound({ actor, input: { eventId, roundId, text: "?" }, now }),
  ],
  [
    "drop a room",
    (actor, { eventId, roundId, roomId }) =>
      changeRooms({ actor, input: { eventId, roundId, change: { what: "remove", roomId } }, now }),
  ],
  [
    "move somebody",
    (actor, { eventId, roundId, roomId, admissionId }) =>
      assign({ actor, input: { eventId, roundId, roomId, admissionId }, now }),
  ],
  [
    "begin the next round",
    (actor, { eventId, networkingId }) => hastenNetworking({ actor, input: { eventId, networkingId }, now }),
  ],
  [
    "stop speed networking",
    (actor, { eventId, networkingId }) => stopNetworking({ actor, input: { eventId, networkingId }, now }),
  ],
];

async function ground() {
  const live = await aLiveEvent({ guests: 4 });
  const { event, host } = live;
  const { roundId } = await aDraft(live, { rule: "groups", groupSize: 4 });
  const [room] = await db().select().from(rooms).where(eq(rooms.roundId, roundId));
  const made = await startNetworking({ actor: host.actor, input: { eventId: event.id }, now: at(2) });
  const [ada, ben] = live.people;
  if (!ada || !ben || !room || !made.ok) throw new Error("no ground");
  const admissionId = ben.admissionId;
  const { networkingId } = made.value;
  return { live, ada, aim: { eventId: event.id, roundId, roomId: room.id, networkingId, admissionId } };
}

/** Everything that such a call could change. */
async function rowsOf({ eventId }: Aim) {
  const [session] = await db().select().from(liveSessions).where(eq(liveSessions.eventId, eventId));
  if (!session) throw new Error("no session");
  const mine = eq(rounds.liveSessionId, session.id);
  return [
    await db().select().from(rounds).where(mine).orderBy(rounds.id),
    await db().select().from(rooms).where(eq(rooms.liveSessionId, session.id)).orderBy(rooms.id),
    await db()
      .select({ seat: assignments })
      .from(assignments)
      .innerJoin(rounds, eq(rounds.id, assignments.roundId))
      .where(mine)
      .orderBy(assignments.admissionId),
    await db().select().from(asides).where(eq(asides.eventId, eventId)),
    await db().select().from(networkings).where(eq(networkings.liveSessionId, session.id)),
  ];
}

async function aSpeaker({ live: { event, host } }: Awaited<ReturnType<typeof ground>>): Promise<Guest> {
  const speaker = await aGuest(event);
  const input = { eventId: event.id, admissionId: speaker.admissionId, role: "speaker" };
  const made = await setRole({ actor: host.actor, input, now: at(3) });
  if (!made.ok) throw new Error("nobody became a speaker");
  return speaker;
}

describe("whoever is no host of an event changes and reads nothing of its breakouts", () => {
  it("neither as participant, speaker, mere claim or stranger", async () => {
    const found = await ground();
    const { live, ada, aim } = found;
    const registration = await aRegistration(live.event);
    const claim = claimActor(registration, await aClaim(registration));
    await joined(live.event, claim, { tab: "tab-claim", now: at(3) });
    const speaker = await aSpeaker(found);
    const before = await rowsOf(aim);
    for (const [who, actor] of Object.entries({ ada: ada.actor, speaker: speaker.actor, claim, guest }))
      for (const [what, call] of [...ofEvent, ...ofRound])
        expect(await call(actor, aim), `${who}: ${what}`).toMatchObject({
          failure: { kind: expect.stringMatching(/forbidden|unauthenticated|not_found/) },
        });
    expect(await rowsOf(aim)).toEqual(before);
  });

  it("nor as the host of another event, be it there or by ids of here at their own", async () => {
    const [{ aim }, other] = [await ground(), await ground()];
    const { actor } = other.live.host;
    const before = await rowsOf(aim);
    for (const [what, call] of [...ofEvent, ...ofRound])
      expect(await call(actor, aim), what).toMatchObject({ ok: false });
    for (const [what, call] of ofRound)
      expect(await call(actor, { ...aim, eventId: other.aim.eventId }), what).toMatchObject({
        failure: { kind: "not_found" },
      });
    expect(await rowsOf(aim)).toEqual(before);
  });

  it("nor does a host move people of elsewhere into a room of their own", async () => {
    const [mine, other] = [await ground(), await ground()];
    const { actor } = mine.live.host;
    const { admissionId } = other.aim;
    expect(await assign({ actor, input: { ...mine.aim, admissionId }, now })).toMatchObject({
      failure: { reason: "missing_person" },
    });
    expect(await assign({ actor, input: { ...mine.aim, roomId: other.aim.roomId }, now })).toMatchObject({
      failure: { reason: "missing_room" },
    });
    const theirs = await aRegistration(other.live.event, { email: "nebenan@example.org", name: "Nebenan" });
    const text = `1;${theirs.name}\n1;nebenan@example.org\n1;${admissionId}`;
    const input = { eventId: mine.aim.eventId, text };
    expect(await importRound({ actor, input, now })).toMatchObject({
      value: { placed: 0, unread: [{ line: 1 }, { line: 2 }, { line: 3 }] },
    });
  });
});
