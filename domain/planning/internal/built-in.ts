import type { QuestionKind } from "@/domain/forms/rules";
import { sessionKinds } from "@/domain/programme/schema";
import { type Locale, locales } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { type EventPlan, eventPlan, type TemplateName, templates } from "../schema";

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

/** Words of a question in one language. */
function wordsOf({ topic, options = [] }: Asked, language: Locale) {
  const t = translator(language, "templates");
  return {
    label: t(`form.${topic}.label`),
    help: t(`form.${topic}.help`),
    purpose: t(`form.${topic}.purpose`),
    options: options.map((option) => t(`form.options.${option}`)),
  };
}

/** A question is read in the language of whoever registers, so it has both. */
function questionOf(asked: Asked) {
  const { kind, sensitive = false, showIf = [] } = asked;
  const [de, en] = [wordsOf(asked, "de"), wordsOf(asked, "en")];
  const both = (key: "label" | "help" | "purpose") => ({ de: de[key], en: en[key] });
  const options = de.options.map((word, index) => ({ de: word, en: en.options[index] ?? word }));
  const texts = { label: both("label"), help: both("help"), purpose: both("purpose"), options };
  return { kind, sensitive, showIf, ...texts };
}

/** One of the five as the plan of an event, its agenda in the event's language. */
export function builtInPlan(name: TemplateName, language: Locale = locales[0]): EventPlan {
  const { agenda, capacity, ...plan } = templates[name];
  const onsiteCapacity = "onsiteCapacity" in plan ? plan.onsiteCapacity : null;
  const t = translator(language, "templates");
  const lengths: Partial<Record<(typeof sessionKinds)[number], number>> = agenda;
  let after = 0;
  const items = sessionKinds.flatMap((item) => {
    const length = lengths[item] ?? 0;
    after += length;
    const title = t(`agenda.${item}`);
    return length > 0 ? [{ title, kind: item, after: after - length, minutes: length }] : [];
  });
  const seats = { capacity, onsiteCapacity };
  return eventPlan.parse({
    ...plan,
    language,
    agenda: items,
    seats,
    form: (asks[name] ?? []).map(questionOf),
  });
}
