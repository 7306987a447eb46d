import { expect, it } from "vitest";
import { guest, organizerActor, personActor } from "@/db/testing/actors";
import { aNetwork, aPerson } from "@/db/testing/makers";
import { aTaker, aTalkEvent } from "@/db/testing/talks";
import { presentPeople } from "./present";

it("says to who plans the talks that nobody is there yet, and to others nothing at all", async () => {
  const event = await aTalkEvent();
  const { person } = await aTaker(event);
  expect(await presentPeople(organizerActor(await aPerson(), { id: event.networkId }), event.id)).toEqual([]);
  const foreign = organizerActor(await aPerson(), await aNetwork());
  for (const actor of [guest, personActor(person), foreign])
    expect(await presentPeople(actor, event.id)).toBeUndefined();
});
