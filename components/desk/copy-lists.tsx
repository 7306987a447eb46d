import { useTranslations } from "next-intl";
import type { EventDetail } from "@/components/programme/event-views";
import { Card } from "@/components/ui/card";
import { Icon, type IconName } from "@/components/ui/icon";
import type { CopySource } from "@/domain/programme/queries/copy-source";

const left = [
  "registrations",
  "materials",
  "mails",
  "chat",
  "live",
  "talks",
  "attendance",
  "publication",
] as const;

type CopyListsProps = {
  event: EventDetail;
  source: CopySource;
  /** How many its form asks. */
  questions: number;
};

/** What each copy takes over from this event, in its own numbers, and what it does not. */
export function CopyLists({ event, source, questions }: CopyListsProps) {
  const t = useTranslations("copies");
  const { capacity, waitlist } = event.seats;
  const taken = [
    t("taken.texts"),
    t("taken.room"),
    t("taken.topics", { count: event.topics.length }),
    capacity === null ? t("taken.unlimited") : t("taken.seats", { count: capacity }),
    capacity !== null && waitlist ? t("taken.waitlist") : "",
    event.registrationClosesAt ? t("taken.closing") : "",
    questions > 0 ? t("taken.questions", { count: questions }) : "",
    event.agenda.length > 0 ? t("taken.agenda", { count: event.agenda.length }) : "",
    event.speakers.length > 0 ? t("taken.speakers", { count: event.speakers.length }) : "",
    event.talks ? t("taken.hours") : "",
    source.shown > 0 ? t("taken.shown", { count: source.shown }) : "",
    source.withAccess > 0 ? t("taken.access", { count: source.withAccess }) : "",
    source.roles > 0 ? t("taken.roles", { count: source.roles }) : "",
    source.series ? t("taken.series", { title: source.series.title }) : "",
  ].filter(Boolean);
  return (
    <aside className="stack gap-4">
      <Points title={t("taken.title")} icon="check" points={taken} isDone />
      <Points title={t("left.title")} icon="x" points={left.map((key) => t(`left.${key}`))} />
    </aside>
  );
}

type PointsProps = { title: string; icon: IconName; points: readonly string[]; isDone?: boolean };

function Points({ title, icon, points, isDone = false }: PointsProps) {
  return (
    <Card className="stack gap-2">
      <h2 className="text-lg">{title}</h2>
      <ul className="checklist">
        {points.map((point) => (
          <li key={point} className={isDone ? "is-done" : undefined}>
            <Icon name={icon} />
            <span>{point}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
