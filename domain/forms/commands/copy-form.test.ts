import { describe, expect, it } from "vitest";
import { organizerActor } from "@/db/testing/actors";
import { aPlaceChoice, aQuestion } from "@/db/testing/forms";
import { aNetwork, anEvent, anOrganizer } from "@/db/testing/makers";
import { questionsOf } from "../queries";
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
