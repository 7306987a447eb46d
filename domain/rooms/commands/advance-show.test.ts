import { expect, test } from "vitest";
import { aSession } from "@/db/testing/agenda";
import { refusalOf } from "@/db/testing/refusals";
import { aGuest, aLiveEvent, at, type Guest } from "@/db/testing/rooms";
import { stageOf } from "../queries/stage";
import { advanceShow } from "./advance-show";
import { endLive } from "./end-live";
import { setScene } from "./set-scene";

async function ground() {
  const live = await aLiveEvent({ mode: "stage", guests: 1 });
  const { event, host } = live;
  const guest = live.people[0] ?? host;
  const seen = async (second: number, one: Guest = guest) => {
    const answer = await stageOf(one.actor, event.id, at(second));
    if (!answer.ok) throw new Error(answer.failure.reason);
    return answer.value;
  };
  const input = { eventId: event.id };
  return { event, host, guest, seen, input };
}

test("„Weiter“ begins the next item for everybody's agenda and timer, and the team's own stay the team's", async () => {
  const { event, host, seen, input } = await ground();
  const check = await aSession(event, { title: "Tonprobe", after: -30, minutes: 10, isInternal: true });
  const welcome = await aSession(event, { title: "Begrüßung", after: 0, minutes: 10 });
  const talks = await aSession(event, { title: "Gespräche", after: 10, minutes: 20, kind: "talks" });
  const next = async (after: string | null, second: number, actor = host.actor) =>
    refusalOf(await advanceShow({ actor, input: { ...input, after }, now: at(second) }));
  expect(await next(null, 10)).toBe("done");
  expect(await seen(11)).toMatchObject({ item: null, nextTitle: "Begrüßung", desk: null });
  expect((await seen(11, host)).desk).toMatchObject({ current: check.id, next: { id: welcome.id } });
  await setScene({ actor: host.actor, input: { ...input, scene: "poll" }, now: at(12) });
  expect(await next(check.id, 20)).toBe("done");
  const item = { title: "Begrüßung", begunAt: at(20).toISOString(), endsAt: at(620).toISOString() };
  expect(await seen(21)).toMatchObject({ item, scene: "stage", nextTitle: "Gespräche" });
  expect(await next(check.id, 22)).toBe("conflict moved_already");
  expect(await next(welcome.id, 30)).toBe("done");
  expect(await seen(31)).toMatchObject({ item: { title: "Gespräche" }, scene: "breakout", nextTitle: null });
  expect(await next(talks.id, 40)).toBe("conflict last_item");
});

test("S58: participants do not move the plan, and an event that is over stands still", async () => {
  const { host, guest, input } = await ground();
  const next = async (actor: Guest["actor"], second: number) =>
    refusalOf(await advanceShow({ actor, input: { ...input, after: null }, now: at(second) }));
  expect(await next(guest.actor, 1)).toBe("forbidden not_allowed");
  expect(await next(host.actor, 1)).toBe("conflict last_item");
  await endLive({ actor: host.actor, input, now: at(10) });
  expect(await next(host.actor, 11)).toBe("conflict ended");
});

test("strangers read nothing of it", async () => {
  const { event } = await ground();
  const other = await aLiveEvent();
  const guest = await aGuest(other.event);
  expect(await stageOf(guest.actor, event.id, at(1))).toMatchObject({ failure: { kind: "forbidden" } });
});
