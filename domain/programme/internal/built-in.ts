import { type Locale, locales } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { type EventPlan, eventPlan, sessionKinds, type TemplateName, templates } from "../schema";

/** One of the five as the plan of an event, its agenda in the event's language. */
export function builtInPlan(name: TemplateName, language: Locale = locales[0]): EventPlan {
  const t = translator(language, "templates");
  const { kind, mode, minutes, capacity, agenda } = templates[name];
  const lengths: Partial<Record<(typeof sessionKinds)[number], number>> = agenda;
  let after = 0;
  const items = sessionKinds.flatMap((item) => {
    const length = lengths[item] ?? 0;
    after += length;
    return length > 0
      ? [{ title: t(`agenda.${item}`), kind: item, after: after - length, minutes: length }]
      : [];
  });
  return eventPlan.parse({ kind, mode, minutes, language, agenda: items, seats: { capacity } });
}
