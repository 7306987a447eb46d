import { describe, expect, it } from "vitest";
import { claimActor, guest, organizerActor, personActor, seatActor, system } from "@/db/testing/actors";
import { aClaim, aNetwork, anEvent, anOrganizer, aPerson, aRegistration } from "@/db/testing/makers";
import { type WhoIsThere, whoIsPubliclyThere, whoIsThereWith } from "./who-is-there";

const now = new Date();
const proven = { provenAt: now };
const namesOf = ({ people }: WhoIsThere) => people.map(({ name }) => name);
const nobody: WhoIsThere = { people: [], others: 0 };

type Event = Awaited<ReturnType<typeof anEvent>>;

/** One of each choice, and with the widest choice everybody who must not be shown all the same. */
async function crowd(event: Event) {
  for (const listed of ["nobody", "participants", "public"] as const)
    await aRegistration(event, { ...proven, name: `Zeigt sich: ${listed}`, organisation: "Werk", listed });
  const shown = { listed: "public" } as const;
  await aRegistration(event, { ...proven, ...shown, status: "cancelled", name: "Abgesagt" });
  await aRegistration(event, { ...proven, ...shown, status: "waiting", name: "Wartend" });
  await aRegistration(event, { ...shown, name: "Unbewiesen" });
  await aRegistration(await anEvent(), { ...proven, ...shown, name: "Anderswo" });
}

describe("who is there", () => {
  it("is by default nobody", async () => {
    const event = await anEvent();
    const viewer = await aRegistration(event, proven);
    await aRegistration(event, proven);
    expect(await whoIsPubliclyThere(event, now)).toEqual(nobody);
    expect(await whoIsThereWith(seatActor(viewer), viewer.id, now)).toEqual(nobody);
  });

  it("is for everybody who chose so, with a seat and a proven address; nothing but name and organisation", async () => {
    const event = await anEvent();
    await crowd(event);
    expect(await whoIsPubliclyThere(event, now)).toEqual({
      people: [{ nth: 1, name: "Zeigt sich: public", organisation: "Werk" }],
      others: 0,
    });
  });

  it("is for proven participants also who chose them, by the mailed link and signed in", async () => {
    const event = await anEvent();
    await crowd(event);
    const ada = await aPerson();
    const own = await aRegistration(event, { ...proven, personId: ada.id, email: ada.email });
    for (const viewer of [seatActor(own), personActor(ada)])
      expect(namesOf(await whoIsThereWith(viewer, own.id, now))).toEqual([
        "Zeigt sich: participants",
        "Zeigt sich: public",
      ]);
  });

  it("is nothing for anybody else, nor for who has no seat or has proven nothing", async () => {
    const network = await aNetwork();
    const event = await anEvent({ network });
    await crowd(event);
    const own = await aRegistration(event, proven);
    const foreign = await aRegistration(await anEvent(), proven);
    const strangers = [
      guest,
      system,
      seatActor(foreign),
      claimActor(own, await aClaim(own)),
      personActor(await aPerson()),
      organizerActor(await anOrganizer(network), network),
    ];
    for (const viewer of strangers) expect(await whoIsThereWith(viewer, own.id, now)).toEqual(nobody);
    const without = [
      await aRegistration(event),
      await aRegistration(event, { ...proven, status: "waiting" }),
      await aRegistration(event, { ...proven, status: "cancelled" }),
    ];
    for (const one of without) expect(await whoIsThereWith(seatActor(one), one.id, now)).toEqual(nobody);
  });

  it("is nobody any more once the event is over or was called off", async () => {
    for (const status of ["published", "cancelled", "ended"] as const) {
      const event = await anEvent({ status });
      await crowd(event);
      const own = await aRegistration(event, proven);
      const at = status === "published" ? event.endsAt : now;
      expect(await whoIsPubliclyThere(event, at)).toEqual(nobody);
      expect(await whoIsThereWith(seatActor(own), own.id, at)).toEqual(nobody);
    }
  });

  it("names fifty in order of their names and counts the others", async () => {
    const event = await anEvent();
    for (let n = 0; n < 53; n++)
      await aRegistration(event, { ...proven, name: `Person ${String(99 - n)}`, listed: "public" });
    const { people, others } = await whoIsPubliclyThere(event, now);
    expect([people.length, others]).toEqual([50, 3]);
    expect([people[0], people.at(-1)]).toMatchObject([
      { nth: 1, name: "Person 47" },
      { nth: 50, name: "Person 96" },
    ]);
  });
});
