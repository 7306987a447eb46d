import { useTranslations } from "next-intl";
import type { EventPlan } from "@/domain/programme/schema";

/** What tells one template from another: its length, seats and agenda. */
export function TemplateFacts({ plan }: { plan: EventPlan }) {
  const t = useTranslations("templates.shelf");
  const { capacity } = plan.seats;
  const seats = capacity === null ? t("unlimited") : t("seats", { count: capacity });
  const facts = t("facts", { minutes: plan.minutes, seats, items: plan.agenda.length });
  return <small>{plan.membersOnly ? `${facts}, ${t("members")}` : facts}</small>;
}
