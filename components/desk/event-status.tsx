import { useTranslations } from "next-intl";
import type { EventSummary } from "@/components/programme/event-views";
import { Badge, type BadgeTone } from "@/components/ui/badge";

const tones = {
  draft: "neutral",
  published: "success",
  live: "live",
  ended: "outline",
  postponed: "warning",
  cancelled: "danger",
} satisfies Record<EventSummary["status"], BadgeTone>;

/** Where an event stands, in one word. */
export function EventStatus({ status }: { status: EventSummary["status"] }) {
  const t = useTranslations("organizer.status");
  return <Badge tone={tones[status]}>{t(status)}</Badge>;
}
