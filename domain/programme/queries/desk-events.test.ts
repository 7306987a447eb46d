import { expect, it } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema/programme";
import { guest, organizerActor } from "@/db/testing/actors";
import { aNetwork, anEvent, anOrganizer } from "@/db/testing/makers";
import { DESK_WINDOW, type DeskGroup, eventsForDesk } from "./desk-events";

const now = new Date("2026-11-24T09:00:00Z");
const day = (count: number) => new Date(now.getTime() + count * 86_400_000);

async function anOffice() {
  const network = await aNetwork();
  const viewer = organizerActor(await anOrganizer(network), network);
  const event = (status: (typeof events.$inferInsert)["status"], days: number) =>
    anEvent({ network, status, startsAt: day(days), endsAt: day(days + 0.1) });
  const windows = (part?: { group: DeskGroup; page: number }) =>
    eventsForDesk(viewer, { networkId: network.id, now, part });
  return { network, event, windows };
}

it("divides the events of a network: drafts, what is ahead or put off, what is over, and what was called off", async () => {
  const { event, windows } = await anOffice();
  const later = await event("published", 2);
  const [live, draft, off] = [await event("live", -1), await event("draft", 1), await event("cancelled", 1)];
  const putOff = await event("postponed", -3);
  const [earlier, over] = [await event("ended", -9), await event("published", -2)];
  const found = (await windows()).map(({ group, events: shown, total }) => [
    group,
    shown.map(({ id }) => id),
    total,
  ]);
  expect(found).toEqual([
    ["drafts", [draft.id], 1],
    ["ahead", [putOff.id, live.id, later.id], 3],
    ["past", [over.id, earlier.id], 2],
    ["cancelled", [off.id], 1],
  ]);
});

it("shows so many of each part and no more, and the others page by page", async () => {
  const { network, windows } = await anOffice();
  const row = { networkId: network.id, kind: "webinar" as const, mode: "stage" as const, title: "Vorbei" };
  const many = Array.from({ length: DESK_WINDOW + 3 }, (_, n) => ({
    ...{ ...row, slug: `vorbei-${network.slug}-${n}`, status: "ended" as const },
    ...{ startsAt: day(-n - 1), endsAt: day(-n - 0.9) },
  }));
  await db().insert(events).values(many);
  const [first] = await windows();
  expect(first).toMatchObject({ group: "past", total: DESK_WINDOW + 3, page: 1, pages: 2 });
  expect(first?.events).toHaveLength(DESK_WINDOW);
  const [second] = await windows({ group: "past", page: 2 });
  expect(second?.events.map(({ slug }) => slug)).toEqual(many.slice(DESK_WINDOW).map(({ slug }) => slug));
  const [beyond] = await windows({ group: "past", page: 9 });
  expect(beyond).toMatchObject({ page: 2, events: second?.events });
  expect(await windows({ group: "drafts", page: 1 })).toEqual([]);
});

it("is for the network's own office alone", async () => {
  const { network, event } = await anOffice();
  await event("draft", 1);
  const elsewhere = await aNetwork();
  const foreign = organizerActor(await anOrganizer(elsewhere), elsewhere);
  for (const viewer of [guest, foreign])
    expect(await eventsForDesk(viewer, { networkId: network.id, now })).toEqual([]);
});
