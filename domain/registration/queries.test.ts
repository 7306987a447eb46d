import { expect, it } from "vitest";
import { claimActor, eventActor, guest, organizerActor, personActor, seatActor } from "@/db/testing/actors";
import {
  aClaim,
  aNetwork,
  anEvent,
  anEventRole,
  anOrganizer,
  aPerson,
  aRegistration,
} from "@/db/testing/makers";
import type { Actor } from "@/domain/policy";
import { findMyRegistration, findRegistration, rightsOver } from "./queries";

it("a registration is found by its event for the person and the mailed link, the newest first, and for nobody else", async () => {
  const network = await aNetwork();
  const event = await anEvent({ network });
  const ada = await aPerson();
  const adas = await aRegistration(event, {
    personId: ada.id,
    email: ada.email,
    createdAt: new Date(Date.now() - 60_000),
  });
  const bens = await aRegistration(event);
  const found = async (viewer: Actor) => (await findMyRegistration(viewer, event.slug))?.id;
  const bensSeat = seatActor(bens);
  expect(await found(personActor(ada))).toBe(adas.id);
  expect(await found(bensSeat)).toBe(bens.id);
  expect(await found(personActor(ada, [], "seats" in bensSeat ? bensSeat.seats : []))).toBe(bens.id);

  const elsewhere = seatActor(await aRegistration(await anEvent()));
  const office = organizerActor(await anOrganizer(network), network);
  for (const viewer of [guest, claimActor(bens, await aClaim(bens)), elsewhere, office])
    expect(await found(viewer)).toBeUndefined();
});

it("a cancelled registration is found no more, one on the waiting list is", async () => {
  for (const [status, isFound] of [
    ["cancelled", false],
    ["waiting", true],
  ] as const) {
    const event = await anEvent();
    const viewer = seatActor(await aRegistration(event, { status }));
    expect((await findMyRegistration(viewer, event.slug)) !== undefined).toBe(isFound);
  }
});

it("is changed by its owner alone; the office may call it off, and who hosts the event only looks on", async () => {
  const network = await aNetwork();
  const event = await anEvent({ network });
  const ada = await aPerson();
  const row = await aRegistration(event, { personId: ada.id, email: ada.email });
  const rights = async (viewer: Actor) => {
    const found = await findRegistration(viewer, row.id);
    return found && rightsOver(viewer, found);
  };
  const all = { changes: true, cancels: true };
  expect(await rights(personActor(ada))).toEqual(all);
  expect(await rights(seatActor(row))).toEqual(all);
  const office = organizerActor(await anOrganizer(network), network);
  expect(await rights(office)).toEqual({ changes: false, cancels: true });
  const host = eventActor(await anEventRole(event, "host"), event, "host");
  expect(await rights(host)).toEqual({ changes: false, cancels: false });
});
