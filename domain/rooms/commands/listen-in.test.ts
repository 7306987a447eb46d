import { eq } from "drizzle-orm";
import { decodeJwt } from "jose";
import { describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { participations, rooms } from "@/db/schema/rooms";
import { system } from "@/db/testing/actors";
import {
  aLiveEvent,
  anOpenRound,
  arrive,
  at,
  enterableRoom,
  type Guest,
  plenaryOf,
} from "@/db/testing/rooms";
import { idOf } from "@/lib/ids";
import { asidesOfEvent, judgeBeside } from "../internal/asides";
import { listRounds } from "../queries";
import { myAside } from "../queries/my-aside";
import { findPeopleNow } from "../queries/roles";
import { assign } from "./assign";
import { endListening } from "./end-listening";
import { leaveRoom } from "./leave-room";
import { listenIn } from "./listen-in";
import { returnToPlenary } from "./return-to-plenary";

/** Whether rooms are confirmed by LiveKit is another test's matter. */
vi.mock("../internal/ensure-room", () => ({ ensureRoom: async () => undefined }));

/** A round of groups of three, open from second 12 on, who are all there at second 13, and the room of its first guest. */
async function ground(
  values: Record<string, unknown> = { rule: "groups", groupSize: 3 },
  { guests = 3, missing = 0 } = {},
) {
  const live = await aLiveEvent({ guests });
  const round = await anOpenRound(live, values);
  const [ada] = live.people;
  if (!ada) throw new Error("nobody there");
  await arrive(live.event, live.people.slice(missing), at(13));
  const roomId = await enterableRoom(live.event, ada, at(20));
  const { actor } = live.host;
  const listen = (second: number, where: string | null = roomId) =>
    listenIn({ actor, input: { eventId: live.event.id, roomId: where }, now: at(second) });
  const own = (second: number, as = actor) => myAside(as, live.event.id, at(second));
  const told = async ({ actor: who }: Guest, second: number) => {
    const listed = await listRounds(who, live.event.id, at(second));
    return listed.ok ? listed.value.rounds.flatMap((one) => one.rooms.flatMap(({ asides }) => asides)) : [];
  };
  const verdict = async (second: number, connected?: string[]) => {
    const { event, host } = live;
    const ids = [host.admissionId];
    const [person] = await findPeopleNow(db(), { ...event, eventId: event.id }, { ids, now: at(second) });
    const [room] = await db()
      .select()
      .from(rooms)
      .where(eq(rooms.id, idOf("room").parse(roomId)));
    if (!room) throw new Error("no room");
    const beside = await asidesOfEvent(db(), event.id, at(second));
    const connection = { admissionId: host.admissionId, kind: "listen" as const };
    return judgeBeside({ own: connection, room, person, beside, connected, now: at(second) });
  };
  return { live, round, ada, roomId, listen, own, told, verdict };
}
type Ground = Awaited<ReturnType<typeof ground>>;

const leaves = async ({ live: { event }, ada: { actor, tab } }: Ground) => {
  await leaveRoom({ actor, input: { eventId: event.id, tab }, now: at(25) });
};

/** LiveKit saw the first guest in the room, or in the plenary. */
const isSeen =
  ({ leftAt = null, isElsewhere = false }: { leftAt?: Date | null; isElsewhere?: boolean }) =>
  async ({ live: { event }, ada, roomId }: Ground) => {
    const values = { eventId: event.id, admissionId: ada.admissionId, joinedAt: at(13), leftAt };
    const where = isElsewhere ? (await plenaryOf(event)).id : idOf("room").parse(roomId);
    const participantSid = `PA_${crypto.randomUUID()}`;
    await db()
      .insert(participations)
      .values({ ...values, participantSid, roomId: where, source: "webhook" });
  };

type Found = Awaited<ReturnType<Ground["own"]>>;
const tokensIn = (found: Found) =>
  found.ok && found.value.aside ? found.value.aside.targets.map(({ token }) => decodeJwt(token)) : [];

describe("listening in", () => {
  it("tells the room at once, and gives nothing to hear it by before three seconds have passed", async () => {
    const { ada, listen, own, told } = await ground();
    expect(await listen(20)).toMatchObject({ value: { soundFrom: at(23).toISOString() } });
    expect(await told(ada, 20)).toMatchObject([{ kind: "listen" }]);
    for (const second of [20, 21, 22]) expect(tokensIn(await own(second))).toEqual([]);
    const [token] = tokensIn(await own(23));
    expect(Number(token?.exp) - Number(token?.nbf), "seconds to join").toBe(30);
    expect(token).toMatchObject({
      sub: expect.stringMatching(/^adm_\w+\.listen$/),
      video: { canSubscribe: true, canPublish: false, canPublishData: false, hidden: false },
    });
  });

  it("asked for anew, it is told anew", async () => {
    const { listen, own } = await ground();
    await listen(20);
    await listen(30);
    expect(tokensIn(await own(32))).toEqual([]);
    expect(tokensIn(await own(33))).toHaveLength(1);
  });

  it.each([
    ["pairs at random", { rule: "random_pairs" }, 3],
    ["pairs of networks", { rule: "network_pairs" }, 3],
    ["a group in which only two are", { rule: "groups", groupSize: 3 }, 2],
  ])("is impossible where two talk: %s", async (_what, values, guests) => {
    const { listen, own } = await ground(values, { guests });
    expect(await listen(20)).toMatchObject({ failure: { reason: "only_two" } });
    expect(await own(24)).toMatchObject({ value: { aside: null } });
  });

  it("ends when only two are left: no token any more, and whoever is connected is put out", async () => {
    const { live, ada, listen, own, verdict } = await ground();
    await listen(20);
    expect(await verdict(21), "not before the room has been told").toBe("put_out");
    expect(await verdict(24)).toBe("stays");
    const back = { eventId: live.event.id };
    expect(await returnToPlenary({ actor: ada.actor, input: back, now: at(30) })).toMatchObject({ ok: true });
    expect(await verdict(31)).toBe("over");
    expect(tokensIn(await own(31))).toEqual([]);
  });

  it("is impossible where a third has a seat, but never came", async () => {
    const { listen } = await ground(undefined, { missing: 1 });
    expect(await listen(20)).toMatchObject({ failure: { reason: "only_two" } });
  });

  it.each([
    ["closed their window", leaves],
    ["is gone, as LiveKit saw", isSeen({ leftAt: at(25) })],
    ["is connected elsewhere", isSeen({ isElsewhere: true })],
  ])("ends when the third %s", async (_what, goes) => {
    const found = await ground();
    await found.listen(20);
    expect(tokensIn(await found.own(24))).toHaveLength(1);
    await goes(found);
    expect(tokensIn(await found.own(26))).toEqual([]);
    expect(await found.verdict(26)).toBe("over");
  });

  it("ends by LiveKit's own list, though no row has heard yet of who went", async () => {
    const { live, ada, listen, own, told, verdict } = await ground();
    const [, ...left] = live.people.map(({ admissionId }) => admissionId);
    const ear = `${live.host.admissionId}.listen`;
    await listen(20);
    expect(await verdict(24, [ada.admissionId, ...left, ear])).toBe("stays");
    expect(await verdict(24, [...left, live.host.admissionId, ear])).toBe("over");
    const input = { eventId: live.event.id, admissionIds: [live.host.admissionId] };
    expect(await endListening({ actor: system, input, now: at(25) })).toMatchObject({ ok: true });
    expect([await own(26), await told(ada, 26)]).toMatchObject([{ value: { aside: null } }, []]);
  });

  it("is for hosts only, and ends when they leave", async () => {
    const { live, ada, roomId, listen, own, told } = await ground();
    const input = { eventId: live.event.id, roomId };
    expect(await listenIn({ actor: ada.actor, input, now: at(20) })).toMatchObject({
      failure: { kind: "forbidden" },
    });
    await listen(20);
    expect(await own(24, ada.actor)).toMatchObject({ ok: false });
    const { actor, tab } = live.host;
    await leaveRoom({ actor, input: { eventId: live.event.id, tab }, now: at(30) });
    expect(await told(ada, 31)).toEqual([]);
    expect(await own(31)).toMatchObject({ value: { aside: null } });
  });

  it("gives nothing for a room whose round is over, or that belongs to another event", async () => {
    const { listen, own } = await ground();
    const other = await ground();
    expect(await listen(20, other.roomId)).toMatchObject({ failure: { reason: "missing_room" } });
    await listen(20);
    expect(await own(700)).toMatchObject({ value: { aside: null } });
    expect(await listen(700)).toMatchObject({ failure: { reason: "round_over" } });
  });
});

it("moving somebody out of a room that is listened to leaves two, and ends it", async () => {
  const { live, round, ada, listen, own } = await ground();
  await listen(20);
  expect(tokensIn(await own(24))).toHaveLength(1);
  const input = { ...round, admissionId: ada.admissionId, roomId: null };
  expect(await assign({ actor: live.host.actor, input, now: at(25) })).toMatchObject({ ok: true });
  expect(tokensIn(await own(26))).toEqual([]);
});
