import { expect, test } from "vitest";
import { aLiveEvent, anOpenRound, at, whereIs } from "@/db/testing/rooms";
import { returnToPlenary } from "./return-to-plenary";
import { visitRoom } from "./visit-room";

test("a participant goes back early and may come again; where return is off, it stays", async () => {
  for (const allowReturn of [true, false]) {
    const live = await aLiveEvent({ guests: 2 });
    await anOpenRound(live, { allowReturn });
    const [ada] = live.people;
    if (!ada) throw new Error("nobody joined");
    const back = () => returnToPlenary({ actor: ada.actor, input: { eventId: live.event.id }, now: at(30) });
    if (!allowReturn) {
      expect(await back()).toMatchObject({ failure: { reason: "no_return" } });
      continue;
    }
    expect(await back()).toMatchObject({ value: { returned: true } });
    expect(await whereIs(live.event, ada, at(31))).toBe("main");
    expect(await back()).toMatchObject({ value: { returned: false } });
  }
});

test("a host's visit ends", async () => {
  const live = await aLiveEvent({ guests: 2 });
  await anOpenRound(live);
  const { listRounds } = await import("../queries");
  const listed = await listRounds(live.host.actor, live.event.id, at(20));
  const roomId = listed.ok ? listed.value.rounds[0]?.rooms[0]?.id : undefined;
  const input = { eventId: live.event.id };
  await visitRoom({ actor: live.host.actor, input: { ...input, roomId }, now: at(20) });
  expect(await whereIs(live.event, live.host, at(21))).toBe("1");
  expect(await returnToPlenary({ actor: live.host.actor, input, now: at(30) })).toMatchObject({
    value: { returned: true },
  });
  expect(await whereIs(live.event, live.host, at(31))).toBe("main");
});

test("who is nowhere cannot return", async () => {
  const live = await aLiveEvent({ guests: 1 });
  const [ada] = live.people;
  if (!ada) throw new Error("nobody joined");
  const late = new Date(live.event.endsAt.getTime() + 7_200_000);
  expect(
    await returnToPlenary({ actor: ada.actor, input: { eventId: live.event.id }, now: late }),
  ).toMatchObject({ failure: { reason: "not_in_a_room" } });
});
