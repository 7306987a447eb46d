import type { QuestionKind } from "@/domain/forms/rules";
import { SLOT_MINUTES } from "@/domain/matchmaking/rules";
import { type Locale, locales } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { agendaItems, type EventPlan, eventPlan, type TemplateName, templates } from "../schema";

/** A question is read in the language of whoever registers, so it has both. */
const de = translator("de", "templates");
const en = translator("en", "templates");

type Asked = {
  topic: "talk" | "partners" | "meal" | "diet" | "access";
  kind: QuestionKind;
  sensitive?: boolean;
  options?: readonly (
    | "research"
    | "industry"
    | "users"
    | "funding"
    | "yes"
    | "no"
    | "vegetarian"
    | "vegan"
    | "gluten"
    | "lactose"
    | "nuts"
  )[];
  showIf?: { question: number; answer: number }[];
};

/** What two of the five ask; nobody has to answer. */
const asks: Partial<Record<TemplateName, readonly Asked[]>> = {
  matchmaking: [
    { topic: "talk", kind: "long" },
    { topic: "partners", kind: "choices", options: ["research", "industry", "users", "funding"] },
  ],
  hybrid: [
    { topic: "meal", kind: "choice", options: ["yes", "no"] },
    {
      topic: "diet",
      kind: "choices",
      sensitive: true,
      options: ["vegetarian", "vegan", "gluten", "lactose", "nuts"],
      showIf: [{ question: 0, answer: 0 }],
    },
    { topic: "access", kind: "long", sensitive: true },
  ],
};

const formOf = (name: TemplateName) =>
  (asks[name] ?? []).map(({ topic, options = [], ...question }) => ({
    ...question,
    label: { de: de(`form.${topic}.label`), en: en(`form.${topic}.label`) },
    help: { de: de(`form.${topic}.help`), en: en(`form.${topic}.help`) },
    purpose: { de: de(`form.${topic}.purpose`), en: en(`form.${topic}.purpose`) },
    options: options.map((one) => ({ de: de(`form.options.${one}`), en: en(`form.options.${one}`) })),
  }));

type Items = Partial<Record<keyof typeof agendaItems, number>>;
const isItem = (name: string): name is keyof typeof agendaItems => name in agendaItems;

/** The agenda as items of a plan, each where the one before it ends. */
function agendaIn(language: Locale, lengths: Items) {
  const t = translator(language, "templates");
  let end = 0;
  return Object.entries(lengths).flatMap(([name, minutes]) => {
    if (!isItem(name) || !minutes) return [];
    const after = end;
    end += minutes;
    return [{ title: t(`agenda.${name}`), kind: agendaItems[name], after, minutes }];
  });
}

/** Talks by appointment while the agenda has them: nobody is to miss a speech or lunch for one. */
function hoursIn(agenda: ReturnType<typeof agendaIn>) {
  const item = agenda.find(({ kind }) => kind === "talks");
  return item ? { after: item.after, minutes: item.minutes, slotMinutes: SLOT_MINUTES } : null;
}

/** One of the five as the plan of an event, its agenda in the event's language. */
export function builtInPlan(name: TemplateName, language: Locale = locales[0]): EventPlan {
  const { agenda: lengths, capacity, ...plan } = templates[name];
  const onsiteCapacity = "onsiteCapacity" in plan ? plan.onsiteCapacity : null;
  const agenda = agendaIn(language, lengths);
  const seats = { capacity, onsiteCapacity };
  return eventPlan.parse({ ...plan, language, agenda, talks: hoursIn(agenda), seats, form: formOf(name) });
}
