import { expect, it } from "vitest";
import { claimActor, guest, organizerActor, personActor, seatActor } from "@/db/testing/actors";
import { aClaim, aNetwork, anEvent, anOrganizer, aPerson, aRegistration } from "@/db/testing/makers";
import type { Actor } from "@/domain/policy";
import { findMyRegistration } from "./queries";

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
