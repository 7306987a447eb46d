import { useTranslations } from "next-intl";
import type { AgendaItem } from "@/components/programme/event-views";

/** The two answers to "for whom", as a select shows them. */
export function useAudiences() {
  const t = useTranslations("organizer.materials.audiences");
  return (["everyone", "registered"] as const).map((value) => ({ value, label: t(value) }));
}

/** The agenda's items, and none of them. */
export function useItems(agenda: readonly AgendaItem[]) {
  const t = useTranslations("organizer.materials");
  return [{ value: "", label: t("noItem") }, ...agenda.map(({ id, title }) => ({ value: id, label: title }))];
}
