import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { claimActor, eventActor, guest, organizerActor, seatActor } from "@/db/testing/actors";
import { anAnswer, aQuestion } from "@/db/testing/forms";
import { aClaim, aNetwork, anEvent, anEventRole, anOrganizer, aRegistration } from "@/db/testing/makers";
import { answersOf, givenBy, listAnswersForExport } from "./given";

async function scene() {
  const [network, elsewhere] = [await aNetwork(), await aNetwork()];
  const event = await anEvent({ network });
  const registration = await aRegistration(event);
  const [open, diet] = [await aQuestion(event), await aQuestion(event, { sensitive: true })];
  await anAnswer(registration, open, "Austausch");
  await anAnswer(registration, diet, "keine Nüsse");
  return {
    event,
    registration,
    open,
    diet,
    office: organizerActor(await anOrganizer(network), network),
    cohost: eventActor(await anEventRole(event, "cohost"), event, "cohost"),
    host: eventActor(await anEventRole(event, "host"), event, "host"),
    strangers: [
      guest,
      claimActor(registration, await aClaim(registration)),
      organizerActor(await anOrganizer(elsewhere), elsewhere),
      seatActor(await aRegistration(event)),
      eventActor(await anEventRole(event, "speaker"), event, "speaker"),
    ],
  };
}

describe("the answers of one registration", () => {
  it("P21: are read whole by their giver and the office, without the sensitive ones by other hosts", async () => {
    const { registration, office, host, cohost } = await scene();
    for (const viewer of [seatActor(registration), office])
      expect((await answersOf(viewer, registration.id)).given).toHaveLength(2);
    for (const viewer of [host, cohost])
      expect(await answersOf(viewer, registration.id)).toMatchObject({
        given: [{ value: "Austausch" }],
        withheld: 1,
      });
  });

  it("are read by nobody else", async () => {
    const { registration, strangers } = await scene();
    for (const viewer of strangers)
      expect(await answersOf(viewer, registration.id)).toEqual({ given: [], withheld: 0 });
  });

  it("come in the order of the form", async () => {
    const { registration, open, diet } = await scene();
    const given = await givenBy(registration.id, db());
    expect(given.map(({ questionId }) => questionId)).toEqual([open.id, diet.id]);
  });
});

describe("the answers of everybody at an event", () => {
  it("P21: hold the sensitive ones only where the office asks for them", async () => {
    const { event, registration, office } = await scene();
    const counted = async (sensitive: boolean) =>
      (await listAnswersForExport(office, { eventId: event.id, sensitive }))?.get(registration.id)?.length;
    expect(await counted(false)).toBe(1);
    expect(await counted(true)).toBe(2);
  });

  it("are taken away by nobody else", async () => {
    const { event, host, strangers } = await scene();
    for (const viewer of [host, ...strangers])
      expect(await listAnswersForExport(viewer, { eventId: event.id, sensitive: true })).toBeUndefined();
  });
});
