import { expect, test } from "vitest";
import { aDraft, aLiveEvent, anOpenRound, at } from "@/db/testing/rooms";
import { listRounds } from "../queries";
import { redistribute } from "./redistribute";

test("a draft is drawn anew from those who are here, nobody twice", async () => {
  const live = await aLiveEvent({ guests: 6 });
  const input = await aDraft(live);
  for (let second = 2; second < 6; second++) {
    expect(await redistribute({ actor: live.host.actor, input, now: at(second) })).toMatchObject({
      ok: true,
    });
  }
  const listed = await listRounds(live.host.actor, live.event.id, at(6));
  if (!listed.ok) throw new Error("hosts may list rounds");
  const people = listed.value.rounds[0]?.rooms.flatMap((room) =>
    room.people.map(({ admissionId }) => admissionId),
  );
  expect([...(people ?? [])].sort()).toEqual(live.people.map(({ admissionId }) => admissionId).sort());
});

test("running rounds and rounds by hand are not drawn again", async () => {
  const live = await aLiveEvent({ guests: 2 });
  const running = await anOpenRound(live);
  const byHand = await aDraft(live, { rule: "by_hand" });
  const draw = (input: unknown) => redistribute({ actor: live.host.actor, input, now: at(20) });
  expect(await draw(running)).toMatchObject({ failure: { reason: "round_started" } });
  expect(await draw(byHand)).toMatchObject({ failure: { reason: "by_hand" } });
});
