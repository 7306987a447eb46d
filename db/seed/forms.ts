import type { formQuestions } from "@/db/schema/forms";
import type { answers } from "@/db/schema/registration";
import { type Answer, type Definition, noFileLimits, noLimits } from "@/domain/forms/rules";
import { toStored } from "@/domain/forms/schema";
import type { Id } from "@/lib/ids";
import type { EventPlan } from "./data/events/event-plan";
import type { EventRow } from "./makers/programme";
import type { RegistrationRow } from "./makers/registration";
import { type Dice, seedId } from "./random";

const none = { de: "", en: "" };
const plain = {
  ...{ stage: "registration" as const, help: none, required: false, sensitive: false, options: [] },
  ...{ limits: noLimits, files: noFileLimits, showIf: [] },
};

/** What an event with a lunch asks: who comes to it, and what they eat. Nobody has to answer. */
const hybridForm = (lunch: Id<"question">): Record<"lunch" | "meal" | "part", Definition> => ({
  lunch: {
    ...plain,
    kind: "choice",
    label: { de: "Essen Sie mittags vor Ort mit?", en: "Do you have lunch on site?" },
    purpose: { de: "Bestellung beim Catering", en: "The order for catering" },
    options: [
      { id: "yes", de: "Ja", en: "Yes" },
      { id: "no", de: "Nein", en: "No" },
    ],
  },
  meal: {
    ...plain,
    kind: "choices",
    label: { de: "Worauf achten wir beim Essen?", en: "What do we mind about the food?" },
    purpose: { de: "Bestellung beim Catering, ohne Namen", en: "The order for catering, without names" },
    sensitive: true,
    options: [
      { id: "vegetarian", de: "Vegetarisch", en: "Vegetarian" },
      { id: "vegan", de: "Vegan", en: "Vegan" },
      { id: "nuts", de: "Ohne Nüsse", en: "Without nuts" },
    ],
    showIf: [{ questionId: lunch, answer: "yes" }],
  },
  part: {
    ...plain,
    kind: "text",
    label: { de: "Welches Bauteil bringen Sie mit?", en: "Which part do you bring along?" },
    purpose: { de: "Einteilung der Gruppen", en: "Making up the groups" },
  },
});

const PARTS = ["Motorhaube", "Rotorblatt", "Fahrradrahmen", "Sitzschale"];

/** What one guest has answered: all say whether they come to lunch, half of those who do what they eat, a few bring something. */
function said(rolls: Dice): [string, Answer][] {
  const isThere = rolls.next() < 0.6;
  const meal = rolls.pick(["vegetarian", "vegan", "nuts"]);
  const eats = isThere && rolls.next() < 0.5;
  const part = rolls.pick(PARTS);
  const brings = rolls.next() < 0.3;
  const given: [string, Answer][] = [["lunch", isThere ? "yes" : "no"]];
  if (eats) given.push(["meal", [meal]]);
  if (brings) given.push(["part", part]);
  return given;
}

type FormRows = {
  formQuestions: (typeof formQuestions.$inferInsert)[];
  answers: (typeof answers.$inferInsert)[];
};

/** The form of an event that takes place on site too, with what its guests have answered; nothing for all others. */
export function formOf(
  plan: EventPlan,
  event: EventRow,
  { guests, rolls }: { guests: readonly RegistrationRow[]; rolls: Dice },
): FormRows {
  if (!plan.place) return { formQuestions: [], answers: [] };
  const idOf = (name: string) => seedId("question", `${plan.slug}:${name}`);
  const form = Object.entries(hybridForm(idOf("lunch")));
  return {
    formQuestions: form.map(([name, definition], position) => ({
      ...{ id: idOf(name), eventId: event.id, position, definition },
      sensitive: definition.sensitive,
      createdAt: event.createdAt,
    })),
    answers: guests.flatMap(({ id: registrationId, createdAt }) =>
      said(rolls).map(([name, value]) => ({
        ...{ eventId: event.id, registrationId, questionId: idOf(name), version: 1 },
        value: toStored(value),
        answeredAt: createdAt ?? event.startsAt,
      })),
    ),
  };
}
