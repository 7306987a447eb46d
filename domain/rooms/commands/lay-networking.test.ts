import { describe, expect, test } from "vitest";
import { system } from "@/db/testing/actors";
import { aNetworking, roundsAsHost, timesOf } from "@/db/testing/networkings";
import { at, whereIs } from "@/db/testing/rooms";
import { assign } from "./assign";
import { extendRound } from "./extend-round";
import { layNetworking } from "./lay-networking";
import { stopNetworking } from "./stop-networking";

describe("a plan for a speed networking", () => {
  test("has its people in their rooms by the clock alone, and in the plenary in between", async () => {
    const { live, ada } = await aNetworking();
    const places = [];
    for (const second of [19, 30, 90, 120, 171]) places.push(await whereIs(live.event, ada, at(second)));
    expect(places).toEqual(["main", "1", "main", "1", "main"]);
  });

  test("for a ground that is no longer the newest, or without anything ahead, changes nothing", async () => {
    const { live, ada, ref } = await aNetworking();
    const lay = (more: object, second: number, actor: typeof live.host.actor = system) =>
      layNetworking({
        actor,
        input: { ...ref, revision: 1, plannedFor: "later", rounds: [], ...more },
        now: at(second),
      });
    const both = [1, 2].map((position) => ({ position, pairs: [] }));
    expect(await lay({ revision: 0, rounds: both }, 2)).toMatchObject({
      failure: { reason: "planned_anew" },
    });
    expect(await lay({ rounds: both }, 15), "the first is about to begin").toMatchObject({
      failure: { reason: "planned_anew" },
    });
    expect(await lay({ rounds: both }, 2, live.host.actor)).toMatchObject({ failure: { kind: "forbidden" } });
    expect(await whereIs(live.event, ada, at(30))).toBe("1");
    await stopNetworking({ actor: live.host.actor, input: ref, now: at(31) });
    expect(await lay({}, 32)).toMatchObject({ failure: { reason: "round_over" } });
  });
});

describe("a round of a speed networking", () => {
  test("one minute longer begins those behind it one minute later", async () => {
    const networking = await aNetworking();
    const { live, ref } = networking;
    const [first] = await roundsAsHost(networking, 30);
    const input = { eventId: ref.eventId, roundId: first?.id, seconds: 60 };
    expect(await extendRound({ actor: live.host.actor, input, now: at(30) })).toMatchObject({ ok: true });
    expect(await timesOf(networking)).toEqual([
      [20, 140],
      [170, 230],
    ]);
  });

  test("takes nobody into a pair by hand", async () => {
    const networking = await aNetworking();
    const { live, ada, ref } = networking;
    const [first] = await roundsAsHost(networking, 30);
    const other = first?.rooms.find(
      ({ people }) => !people.some((one) => one.admissionId === ada.admissionId),
    );
    const input = {
      eventId: ref.eventId,
      roundId: first?.id,
      admissionId: ada.admissionId,
      roomId: other?.id,
    };
    expect(await assign({ actor: live.host.actor, input, now: at(30) })).toMatchObject({
      failure: { reason: "not_prepared" },
    });
  });
});
