import type { QuestionKind } from "@/domain/forms/rules";
import { sessionKinds } from "@/domain/programme/schema";
import { type Locale, locales } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { type EventPlan, eventPlan, type TemplateName, templates } from "../schema";

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

/** One of the five as the plan of an event, its agenda in the event's language. */
export function builtInPlan(name: TemplateName, language: Locale = locales[0]): EventPlan {
  const t = translator(language, "templates");
  const { agenda, capacity, ...plan } = templates[name];
  const onsiteCapacity = "onsiteCapacity" in plan ? plan.onsiteCapacity : null;
  const lengths: Partial<Record<(typeof sessionKinds)[number], number>> = agenda;
  let after = 0;
  const items = sessionKinds.flatMap((item) => {
    const length = lengths[item] ?? 0;
    after += length;
    const title = t(`agenda.${item}`);
    return length > 0 ? [{ title, kind: item, after: after - length, minutes: length }] : [];
  });
  const seats = { capacity, onsiteCapacity };
  return eventPlan.parse({ ...plan, language, agenda: items, seats, form: formOf(name) });
}
