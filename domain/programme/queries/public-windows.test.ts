import { beforeEach, expect, it } from "vitest";
import { db } from "@/db/client";
import { eventNetworks, events } from "@/db/schema/programme";
import { aNetwork, anEvent, aSeries } from "@/db/testing/makers";
import {
  countAheadByNetwork,
  countByDay,
  FRONT_WINDOW,
  listAhead,
  listPublicSlugs,
  SERIES_WINDOW,
  seriesWindow,
} from "./public-windows";

const now = new Date("2027-03-10T12:00:00Z");
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);

beforeEach(async () => {
  await db().delete(events);
});

/** A network with a live event, two ahead, and one of each that is not ahead or not public. */
async function aProgramme() {
  const [network, beside] = [await aNetwork({ name: "Ahornnetz" }), await aNetwork({ name: "Buchennetz" })];
  const part = await aSeries(network);
  const one = (values: object) => anEvent({ network, seriesId: part.id, ...values });
  const live = await one({ status: "live", startsAt: days(-1), endsAt: days(-0.5) });
  const next = await one({ startsAt: days(1) });
  const later = await one({ startsAt: days(2) });
  await db().insert(eventNetworks).values({ eventId: next.id, networkId: beside.id });
  await db().insert(eventNetworks).values({ eventId: later.id, networkId: beside.id, shown: false });
  const others = [
    await one({ startsAt: days(-2) }),
    await one({ status: "ended", startsAt: days(1) }),
    await one({ status: "cancelled", startsAt: days(1) }),
    await one({ status: "postponed", startsAt: days(1) }),
  ];
  await one({ status: "draft", startsAt: days(1) });
  await one({ membersOnly: true, startsAt: days(1) });
  return { network, beside, part, ahead: [live, next, later], others };
}

const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

it("the front page has what takes place now or next, and each network's number of them", async () => {
  const { network, beside, ahead } = await aProgramme();
  expect(ids(await listAhead(now))).toEqual(ids(ahead));
  const counts = await countAheadByNetwork(now);
  expect([counts.get(network.id), counts.get(beside.id)]).toEqual([3, 1]);
});

it("a series has its public events by their start, its days and its hosts", async () => {
  const { network, beside, part, ahead, others } = await aProgramme();
  const view = await seriesWindow(part.id);
  expect(ids(view.events).toSorted()).toEqual(ids([...ahead, ...others]).toSorted());
  expect(view.total).toBe(7);
  expect(ids(view.hosts)).toEqual([network.id, beside.id]);
  const byDay = await countByDay({ seriesId: part.id, zone: "Europe/Berlin" });
  expect(byDay.get("2027-03-09")).toEqual({ count: 1, live: 1 });
  expect(byDay.get("2027-03-11")).toEqual({ count: 4, live: 0 });
  // Half past eleven at night in London is the next day in Berlin.
  await anEvent({ network, seriesId: part.id, startsAt: new Date("2027-03-14T23:30:00Z") });
  expect((await countByDay({ seriesId: part.id, zone: "Europe/Berlin" })).get("2027-03-15")?.count).toBe(1);
});

it("none of them grows with the calendar, and all are counted", async () => {
  const network = await aNetwork();
  const part = await aSeries(network);
  const row = {
    ...{ networkId: network.id, seriesId: part.id, kind: "webinar" as const, mode: "stage" as const },
    ...{ title: "Viele", status: "published" as const, startsAt: days(3), endsAt: days(3.1) },
  };
  const many = Array.from({ length: SERIES_WINDOW + 1 }, (_, n) => ({ ...row, slug: `viele-${n}` }));
  await db().insert(events).values(many);
  expect(await listAhead(now)).toHaveLength(FRONT_WINDOW);
  const view = await seriesWindow(part.id);
  expect([view.events.length, view.total]).toEqual([SERIES_WINDOW, SERIES_WINDOW + 1]);
  expect((await countAheadByNetwork(now)).get(network.id)).toBe(SERIES_WINDOW + 1);
  expect(await listPublicSlugs()).toHaveLength(SERIES_WINDOW + 1);
});
