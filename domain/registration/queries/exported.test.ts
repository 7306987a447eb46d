import { expect, it } from "vitest";
import { eventActor, guest, organizerActor } from "@/db/testing/actors";
import { aNetwork, anEvent, anEventRole, anOrganizer, aRegistration } from "@/db/testing/makers";
import { listForExport } from "./exported";

it("lists everybody in the order in which they asked, and who waits with the place among those who wait", async () => {
  const network = await aNetwork();
  const event = await anEvent({ network });
  const other = await anEvent({ network });
  const seats = [
    { name: "Dora", status: "waiting", place: 40 },
    { name: "Ada", status: "confirmed", place: 10 },
    { name: "Cem", status: "waiting", place: 30 },
    { name: "Ben", status: "cancelled", place: 20 },
  ] as const;
  for (const seat of seats) await aRegistration(event, seat);
  await aRegistration(other, { status: "waiting", place: 1 });
  const rows = await listForExport(organizerActor(await anOrganizer(network), network), event.id);
  expect(rows?.map(({ name, waitingPlace }) => [name, waitingPlace])).toEqual([
    ["Ada", null],
    ["Ben", null],
    ["Cem", 1],
    ["Dora", 2],
  ]);
});

it("S34: gives nothing to whoever may not take the list away", async () => {
  const network = await aNetwork();
  const event = await anEvent({ network });
  const elsewhere = await aNetwork();
  const cohost = eventActor(await anEventRole(event, "cohost"), event, "cohost");
  const foreign = organizerActor(await anOrganizer(elsewhere), elsewhere);
  for (const viewer of [guest, cohost, foreign])
    expect(await listForExport(viewer, event.id)).toBeUndefined();
});
