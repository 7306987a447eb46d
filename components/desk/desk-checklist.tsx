import { useTranslations } from "next-intl";
import type { EventDetail } from "@/components/programme/event-views";
import { Icon } from "@/components/ui/icon";
import { Progress } from "@/components/ui/progress";

/** What a good page has, and what this one lacks. It holds nobody up. */
export function DeskChecklist({ event }: { event: EventDetail }) {
  const t = useTranslations("organizer.event");
  const points = [
    { label: t("checkTitle"), done: true },
    { label: t("checkSummary"), done: event.summary !== "" },
    { label: t("checkDescription"), done: event.description !== "" },
    { label: t("checkTopics"), done: event.topics.length > 0 },
    { label: t("checkAgenda"), done: event.agenda.length > 0 },
    { label: t("checkSpeakers"), done: event.speakers.length > 0 },
  ];
  const done = points.filter((point) => point.done).length;
  return (
    <>
      <div className="row between">
        <h2 className="text-lg">{t("checklist")}</h2>
        <span className="small muted">{t("done", { done, all: points.length })}</span>
      </div>
      <Progress value={done} max={points.length} />
      <ul className="checklist">
        {points.map((point) => (
          <li key={point.label} className={point.done ? "is-done" : undefined}>
            <Icon name={point.done ? "check-circle" : "circle"} />
            {point.label}
          </li>
        ))}
      </ul>
    </>
  );
}
