import { decodeJwt } from "jose";
import { describe, expect, it, vi } from "vitest";
import { aLiveEvent, anOpenRound, at, type Guest } from "@/db/testing/rooms";
import type { Id } from "@/lib/ids";
import { listRounds } from "../queries";
import { myAside } from "../queries/my-aside";
import { speakToRooms } from "./speak-to-rooms";

/** Whether rooms are confirmed by LiveKit is another test's matter. */
vi.mock("../internal/ensure-room", () => ({ ensureRoom: async () => undefined }));

/** A round that is open from second 12 on, and the first of its guests. */
async function ground(values: Record<string, unknown>, guests: number) {
  const live = await aLiveEvent({ guests });
  const round = await anOpenRound(live, values);
  const [ada] = live.people;
  if (!ada) throw new Error("nobody there");
  const speak = (roundId: Id<"round"> | null, second: number, actor = live.host.actor) =>
    speakToRooms({ actor, input: { eventId: live.event.id, roundId }, now: at(second) });
  const tokens = async (second: number) => {
    const found = await myAside(live.host.actor, live.event.id, at(second));
    return found.ok && found.value.aside
      ? found.value.aside.targets.map(({ token }) => decodeJwt(token))
      : [];
  };
  const told = async ({ actor: who }: Guest, second: number) => {
    const listed = await listRounds(who, live.event.id, at(second));
    return listed.ok ? listed.value.rounds.flatMap((one) => one.rooms.flatMap(({ asides }) => asides)) : [];
  };
  return { live, round, ada, speak, tokens, told };
}

describe("speaking to all rooms", () => {
  it("gives a voice in each of them and an ear in none, and tells them who speaks", async () => {
    const { round, ada, speak, tokens, told } = await ground({ rule: "groups", groupSize: 3 }, 6);
    expect(await speak(round.roundId, 20)).toMatchObject({ value: { rooms: 2 } });
    expect(await told(ada, 20)).toMatchObject([{ kind: "speak" }]);
    const given = await tokens(20);
    expect(given).toHaveLength(2);
    for (const token of given)
      expect(token).toMatchObject({
        sub: expect.stringMatching(/^adm_\w+\.speak$/),
        video: { canSubscribe: false, canPublishSources: ["microphone"], hidden: false },
      });
    await speak(null, 30);
    expect(await told(ada, 31)).toEqual([]);
  });

  it("reaches rooms of pairs too: nobody there is heard", async () => {
    const { round, speak, tokens } = await ground({ rule: "random_pairs" }, 4);
    await speak(round.roundId, 20);
    expect(await tokens(21)).toHaveLength(2);
  });

  it("is for hosts only, and for a round that is open", async () => {
    const { round, ada, speak } = await ground({ rule: "random_pairs" }, 2);
    expect(await speak(round.roundId, 20, ada.actor)).toMatchObject({ failure: { kind: "forbidden" } });
    expect(await speak(round.roundId, 700)).toMatchObject({ failure: { reason: "round_over" } });
  });
});
