import { useTranslations } from "next-intl";
import type { EventPlan } from "@/domain/planning/schema";

/** What tells one template from another: its length, seats, agenda, questions, and who gets in how. */
export function TemplateFacts({ plan }: { plan: EventPlan }) {
  const t = useTranslations("templates.shelf");
  const { capacity, onsiteCapacity, approval, invitationOnly } = plan.seats;
  const online = capacity === null ? t("unlimited") : t("seats", { count: capacity });
  const seats = onsiteCapacity === null ? online : t("onsite", { seats: online, onsite: onsiteCapacity });
  const facts = [
    t("facts", { minutes: plan.minutes, seats, items: plan.agenda.length }),
    plan.form.length > 0 ? t("questions", { count: plan.form.length }) : "",
    plan.membersOnly ? t("members") : "",
    approval ? t("approval") : "",
    invitationOnly ? t("invitation") : "",
  ];
  return <small>{facts.filter(Boolean).join(", ")}</small>;
}
