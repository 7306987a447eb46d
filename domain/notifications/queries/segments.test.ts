import { expect, it } from "vitest";
import { aDesk } from "@/db/testing/agenda";
import { anAnswer, aPlaceChoice, aQuestion } from "@/db/testing/forms";
import { anEvent, aRegistration } from "@/db/testing/makers";
import type { Id } from "@/lib/ids";
import { saveCircular } from "../commands/save-circular";
import { audienceCount, findCircular, listSampleReaders } from "./circulars";

type Desk = Awaited<ReturnType<typeof aDesk>>;
const texts = { subjectDe: "Neues", bodyDe: "Guten Tag." };

const save = ({ event, actor }: Desk, more: object) =>
  saveCircular({ actor, input: { eventId: event.id, statuses: "confirmed", ...texts, ...more } });

/** Who would get the message, by name. */
async function readersOf(desk: Desk, more: object): Promise<string[]> {
  const result = await save(desk, more);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  const circular = await findCircular(desk.actor, result.value);
  if (!circular) throw new Error("the message is gone");
  const names = (await listSampleReaders(desk.actor, circular)).map(({ name }) => name).sort();
  expect(await audienceCount(circular), "what is said before sending is who gets it").toBe(names.length);
  return names;
}

const answerOf = (questionId: Id<"question">, answer: string) => ({ answer: `${questionId}:${answer}` });

it("goes by the kind of seat, by a word of the office, and by both", async () => {
  const desk = await aDesk();
  await aRegistration(desk.event, { name: "ada", tags: ["Presse"] });
  await aRegistration(desk.event, { name: "ben", attendance: "onsite", tags: ["Presse", "VIP"] });
  await aRegistration(desk.event, { name: "cem", attendance: "onsite" });
  expect(await readersOf(desk, {})).toEqual(["ada", "ben", "cem"]);
  expect(await readersOf(desk, { attendance: "onsite" })).toEqual(["ben", "cem"]);
  expect(await readersOf(desk, { attendance: "online" })).toEqual(["ada"]);
  expect(await readersOf(desk, { tag: "Presse" })).toEqual(["ada", "ben"]);
  expect(await readersOf(desk, { tag: "presse" })).toEqual([]);
  expect(await readersOf(desk, { tag: "Presse", attendance: "onsite" })).toEqual(["ben"]);
});

it("goes by an answer: to one choice, to one of several, and to a consent", async () => {
  const desk = await aDesk();
  const place = await aQuestion(desk.event, aPlaceChoice);
  const topics = await aQuestion(desk.event, { ...aPlaceChoice, kind: "choices" });
  const photos = await aQuestion(desk.event, { kind: "consent" });
  const [ada, ben] = [
    await aRegistration(desk.event, { name: "ada" }),
    await aRegistration(desk.event, { name: "ben" }),
  ];
  await aRegistration(desk.event, { name: "cem" });
  await anAnswer(ada, place, "site");
  await anAnswer(ben, place, "online");
  await anAnswer(ada, topics, ["site", "online"]);
  await anAnswer(ben, topics, ["online"]);
  await anAnswer(ben, photos, true);
  expect(await readersOf(desk, answerOf(place.id, "site"))).toEqual(["ada"]);
  expect(await readersOf(desk, answerOf(topics.id, "online"))).toEqual(["ada", "ben"]);
  expect(await readersOf(desk, answerOf(topics.id, "site"))).toEqual(["ada"]);
  expect(await readersOf(desk, answerOf(photos.id, "true"))).toEqual(["ben"]);
});

it("knows no answer that the event does not offer, be it of another event or made up", async () => {
  const desk = await aDesk();
  const own = await aQuestion(desk.event, aPlaceChoice);
  const foreign = await aQuestion(await anEvent(), aPlaceChoice);
  const text = await aQuestion(desk.event);
  for (const answer of [`${own.id}:hall`, `${foreign.id}:site`, `${text.id}:x`, "site", ":", "que_x:site"])
    expect(await save(desk, { answer }), answer).toMatchObject({
      failure: { kind: "invalid", fields: { answer: ["unknown_choice"] } },
    });
});

it("reaches nobody once the question it goes by is gone", async () => {
  const desk = await aDesk();
  await aRegistration(desk.event);
  const place = await aQuestion(desk.event, aPlaceChoice);
  const result = await save(desk, answerOf(place.id, "site"));
  if (!result.ok) throw new Error("not saved");
  const circular = await findCircular(desk.actor, result.value);
  if (!circular) throw new Error("the message is gone");
  expect(await audienceCount({ ...circular, questionId: null })).toBe(0);
});
