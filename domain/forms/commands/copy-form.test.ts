import { describe, expect, it } from "vitest";
import { organizerActor } from "@/db/testing/actors";
import { aPlaceChoice, aQuestion } from "@/db/testing/forms";
import { aNetwork, anEvent, anOrganizer } from "@/db/testing/makers";
import { questionsOf } from "../queries";
import { noLimits } from "../rules";
import { copyForm } from "./copy-form";

describe("copyForm", () => {
  it("asks the same in the copy, with conditions of its own", async () => {
    const network = await aNetwork();
    const actor = organizerActor(await anOrganizer(network), network);
    const [from, to] = [await anEvent({ network }), await anEvent({ network })];
    const place = await aQuestion(from, aPlaceChoice);
    await aQuestion(from, { showIf: [{ questionId: place.id, answer: "site" }] });
    expect(await copyForm({ actor, input: { eventId: to.id, fromEventId: from.id } })).toMatchObject({
      ok: true,
      value: { questions: 2 },
    });
    const [first, second] = await questionsOf(to.id);
    expect(first?.id).not.toBe(place.id);
    expect(first?.options).toEqual(place.options);
    expect(second?.showIf).toEqual([{ questionId: first?.id, answer: "site" }]);
  });

  it("moves the days that limit a date with the event", async () => {
    const network = await aNetwork();
    const actor = organizerActor(await anOrganizer(network), network);
    const from = await anEvent({ network, startsAt: new Date("2027-03-21T09:00:00Z") });
    const to = await anEvent({ network, startsAt: new Date("2027-04-05T08:00:00Z") });
    await aQuestion(from, { kind: "date", limits: { ...noLimits, from: "2027-03-20", to: "2027-03-22" } });
    await copyForm({ actor, input: { eventId: to.id, fromEventId: from.id } });
    const [copy] = await questionsOf(to.id);
    expect(copy?.limits).toMatchObject({ from: "2027-04-04", to: "2027-04-06" });
  });

  it("takes nothing from another network, and is refused to its people", async () => {
    const [here, there] = [await aNetwork(), await aNetwork()];
    const actor = organizerActor(await anOrganizer(here), here);
    const [mine, theirs] = [await anEvent({ network: here }), await anEvent({ network: there })];
    await aQuestion(theirs);
    const taken = await copyForm({ actor, input: { eventId: mine.id, fromEventId: theirs.id } });
    expect(taken).toMatchObject({ failure: { kind: "not_found" } });
    const given = await copyForm({ actor, input: { eventId: theirs.id, fromEventId: mine.id } });
    expect(given).toMatchObject({ failure: { kind: "not_found" } });
    expect(await questionsOf(mine.id)).toEqual([]);
  });
});
