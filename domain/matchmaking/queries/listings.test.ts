import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { listings } from "@/db/schema/matchmaking";
import { personActor } from "@/db/testing/actors";
import { anAlliance } from "@/db/testing/makers";
import { aTaker, aTalkEvent, aTalkRequest } from "@/db/testing/talks";
import { publishListing } from "../commands/publish-listing";
import { reasonsOfRequests, reasonsWith } from "./listings";
import { listMyRequests } from "./requests";

it("says why two fit by what both say in one alliance, and nothing of what one of them says in another", async () => {
  const event = await aTalkEvent();
  const [anna, ben] = [await aTaker(event), await aTaker(event)];
  const says = ({ person }: typeof anna, said: { needs: string[]; offers: string[] }) =>
    publishListing({ actor: personActor(person), input: { eventId: event.id, sentence: "", ...said } });
  await says(anna, { needs: ["robotik"], offers: [] });
  await says(ben, { needs: [], offers: ["robotik"] });
  const reasons = async (me: typeof anna, other: typeof anna) =>
    (await reasonsWith(personActor(me.person), [other.person.id], event.id)).get(other.person.id) ?? [];
  expect(await reasons(anna, ben)).toMatchObject([{ direction: "they_offer", tag: "robotik" }]);
  expect(await reasons(ben, anna)).toMatchObject([{ direction: "they_seek", tag: "robotik" }]);
  const { id: allianceId } = await anAlliance();
  await db().update(listings).set({ allianceId }).where(eq(listings.personId, ben.person.id));
  expect(await reasons(anna, ben)).toEqual([]);
  expect(await reasons(ben, anna)).toEqual([]);
});

it("says at a talk of another alliance nothing of what its two say in this one", async () => {
  const [here, elsewhere] = [await aTalkEvent(), await aTalkEvent()];
  const { id: allianceId } = await anAlliance();
  await db().update(networks).set({ allianceId }).where(eq(networks.id, elsewhere.networkId));
  const [anna, ben] = [await aTaker(here), await aTaker(here)];
  for (const { person, said } of [
    { person: anna.person, said: { needs: ["robotik"], offers: [] } },
    { person: ben.person, said: { needs: [], offers: ["robotik"] } },
  ])
    await publishListing({
      actor: personActor(person),
      input: { eventId: here.id, sentence: "", ...said },
    });
  const reasonsAt = async ({ id }: typeof here) =>
    (await reasonsWith(personActor(anna.person), [ben.person.id], id)).get(ben.person.id) ?? [];
  expect(await reasonsAt(here)).toMatchObject([{ direction: "they_offer", tag: "robotik" }]);
  expect(await reasonsAt(elsewhere)).toEqual([]);
  for (const { person } of [anna, ben]) await aTaker(elsewhere, { personId: person.id, email: person.email });
  for (const event of [here, elsewhere]) await aTalkRequest(event, { from: ben.person, to: anna.person });
  const requests = await listMyRequests(personActor(anna.person));
  const reasons = await reasonsOfRequests(personActor(anna.person), requests);
  const ofRequestAt = ({ id }: typeof here) => {
    const request = requests.find(({ event }) => event.id === id);
    return request && reasons.get(request.requestId);
  };
  expect(ofRequestAt(here), "of one person, by the event of each request").toMatchObject([
    { tag: "robotik" },
  ]);
  expect(ofRequestAt(elsewhere)).toEqual([]);
});
