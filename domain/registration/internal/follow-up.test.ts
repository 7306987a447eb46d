import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { guest, organizerActor, seatActor } from "@/db/testing/actors";
import { anAnswer, aPlaceChoice, aQuestion } from "@/db/testing/forms";
import { aNetwork, anEvent, anOrganizer, aRegistration } from "@/db/testing/makers";
import { fieldOf } from "@/domain/forms/rules";
import type { Id } from "@/lib/ids";
import { changeRegistration } from "../commands/change-registration";
import { registerForEvent } from "../commands/register-for-event";
import { listForDesk } from "../queries/desk-list";
import { givenBy, hasOpenQuestions } from "../queries/given";
import { listChoice } from "../schema";

/** An event that asks one thing at once, and another of who has a place and comes on site. */
async function scene() {
  const network = await aNetwork();
  const event = await anEvent({ network });
  const place = await aQuestion(event, aPlaceChoice);
  const arrival = await aQuestion(event, {
    ...{ stage: "followUp", required: true, label: { de: "Wann kommen Sie an?", en: "" } },
    showIf: [{ questionId: place.id, answer: "site" }],
  });
  const office = organizerActor(await anOrganizer(network), network);
  const said = (site: string, at?: string) => ({
    [fieldOf(place.id)]: site,
    ...(at === undefined ? {} : { [fieldOf(arrival.id)]: at }),
  });
  const change = (held: Awaited<ReturnType<typeof aRegistration>>, answers: Record<string, unknown>) =>
    changeRegistration({ actor: seatActor(held), input: { registrationId: held.id, answers } });
  return { event, place, arrival, office, said, change };
}
const answeredBy = async (id: Id<"registration">) =>
  (await givenBy(id, db())).map(({ questionId }) => questionId);

describe("what is asked after a registration", () => {
  it("is not asked with it, whatever is posted", async () => {
    const { event, place, said } = await scene();
    const input = { eventId: event.id, name: "Ada", email: "folge@example.org" };
    const result = await registerForEvent({
      actor: guest,
      input: { ...input, answers: said("site", "früh") },
    });
    if (!result.ok) throw new Error(result.failure.reason);
    expect(await answeredBy(result.value.registrationId)).toEqual([place.id]);
  });

  it("is asked of who has a place, has to be answered then, and stays theirs to change", async () => {
    const { event, place, arrival, said, change } = await scene();
    const held = await aRegistration(event);
    const missing = { ok: false, failure: { fields: { [fieldOf(arrival.id)]: ["required"] } } };
    expect(await change(held, said("site"))).toMatchObject(missing);
    expect(await change(held, said("online"))).toMatchObject({ ok: true });
    expect(await change(held, said("site", "mittags"))).toMatchObject({ ok: true });
    expect(await change(held, said("site", "abends"))).toMatchObject({ ok: true });
    expect(await answeredBy(held.id)).toEqual([place.id, arrival.id]);
  });

  it("is asked of nobody who waits or is not decided about, and no answer of theirs is lost by it", async () => {
    const { event, place, arrival, said, change } = await scene();
    const held = await aRegistration(event, { status: "waiting", confirmedAt: null });
    await anAnswer(held, arrival, "mittags");
    expect(await change(held, said("site", "abends"))).toMatchObject({ ok: true });
    expect(await answeredBy(held.id)).toEqual([place.id, arrival.id]);
  });

  it("is open, for the mail, the page and the desk, until it is answered", async () => {
    const { event, place, arrival, office } = await scene();
    const [held, waiting] = [
      await aRegistration(event, { name: "Ada" }),
      await aRegistration(event, { status: "waiting", confirmedAt: null }),
    ];
    for (const one of [held, waiting]) await anAnswer(one, place, "site");
    expect(await hasOpenQuestions(held)).toBe(true);
    expect(await hasOpenQuestions(waiting)).toBe(false);
    const choice = listChoice.parse({ status: "unanswered" });
    const open = async () =>
      (await listForDesk(office, { eventId: event.id, choice }))?.rows.map(({ name }) => name);
    expect(await open()).toEqual(["Ada"]);
    await anAnswer(held, arrival, "mittags");
    expect(await hasOpenQuestions(held)).toBe(false);
    expect(await open()).toEqual([]);
  });

  it("is open for nobody at an event that asks nothing then", async () => {
    const network = await aNetwork();
    const event = await anEvent({ network });
    const office = organizerActor(await anOrganizer(network), network);
    await aQuestion(event);
    const held = await aRegistration(event);
    expect(await hasOpenQuestions(held)).toBe(false);
    const choice = listChoice.parse({ status: "unanswered" });
    expect(await listForDesk(office, { eventId: event.id, choice })).toMatchObject({ all: 0 });
  });
});
