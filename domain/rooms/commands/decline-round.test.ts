import { expect, test } from "vitest";
import { db } from "@/db/client";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { aLiveEvent, anOpenRound, at, some, whereIs } from "@/db/testing/rooms";
import { allowedRooms } from "../internal/allowed-rooms";
import { listRounds, whereAmI } from "../queries";
import { standingOf } from "../queries/standing";
import { declineRound } from "./decline-round";
import { markArrived } from "./mark-arrived";

test("„Noch nicht“ keeps the person in the plenary, over reloads too, until their own click", async () => {
  const live = await aLiveEvent({ guests: 2 });
  const input = await anOpenRound(live);
  const [ada, ben] = some(live.people, 2);
  if (!ada || !ben) throw new Error("nobody joined");
  expect(await declineRound({ actor: ada.actor, input, now: at(5) })).toMatchObject({ ok: true });

  // Long after the fifteen seconds anybody may linger in a room that is not theirs.
  expect(await whereIs(live.event, ada, at(60))).toBe("main");
  expect(await whereIs(live.event, ben, at(60))).toBe("1");
  const standing = await standingOf(db(), ada.actor, { eventId: live.event.id, now: at(60) });
  if (!standing?.me) throw new Error("the person has no place");
  const { rooms: openRooms, eventRows: event } = standing;
  const mine = allowedRooms({ person: standing.me.rows, event, openRooms, now: at(60) });
  expect(mine.has(event.main?.id ?? "")).toBe(true);

  const offer = await whereAmI(ada.actor, { slug: live.event.slug, tab: ada.tab }, at(60));
  if (!offer.ok || offer.value.state !== "room" || !offer.value.next) throw new Error("nothing is offered");
  expect(offer.value.next).toMatchObject({ autoMove: false, room: { label: "1" } });
  const arrival = { eventId: live.event.id, tab: ada.tab, epoch: offer.value.next.epoch };
  expect(await markArrived({ actor: ada.actor, input: arrival, now: at(61) })).toMatchObject({ ok: true });
  expect(await whereIs(live.event, ada, at(62))).toBe("1");
});

test("hosts see who waits instead of missing them", async () => {
  const live = await aLiveEvent({ guests: 2 });
  const input = await anOpenRound(live);
  const [ada] = some(live.people, 1);
  if (!ada) throw new Error("nobody joined");
  await declineRound({ actor: ada.actor, input, now: at(5) });
  const listed = await listRounds(live.host.actor, live.event.id, at(30));
  const seats = listed.ok ? (listed.value.rounds[0]?.rooms[0]?.people ?? []) : [];
  expect(seats.map((seat) => [seat.admissionId === ada.admissionId, seat.waits]).sort()).toEqual([
    [false, false],
    [true, true],
  ]);
});

test("only a seat in a round that runs can be declined", async () => {
  const live = await aLiveEvent({ guests: 2 });
  const input = await anOpenRound(live);
  const [ada] = some(live.people, 1);
  if (!ada) throw new Error("nobody joined");
  const decline = (actor: typeof ada.actor, second: number) =>
    declineRound({ actor, input, now: at(second) });
  expect(await decline(live.host.actor, 5)).toMatchObject({ failure: { reason: "not_assigned" } });
  expect(refusalOf(await decline({ type: "guest", seats: [] }, 5))).toBe(NOT_ALLOWED);
  expect(await decline(ada.actor, 900)).toMatchObject({ failure: { reason: "round_over" } });
});
