import { useTranslations } from "next-intl";
import { Points } from "@/components/desk/points";
import type { EventDetail } from "@/components/programme/event-views";
import type { CopySource } from "@/domain/programme/queries/copy-source";

const left = [
  "registrations",
  "invitations",
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

/** How many seats a copy has, and how they are given. */
function useSeatPoints(event: EventDetail): string[] {
  const t = useTranslations("copies");
  const { online, onsite, waitlist, approval, invitationOnly, offerHours } = event.seats;
  const { capacity } = online;
  return [
    capacity === null ? t("taken.unlimited") : t("taken.seats", { count: capacity }),
    onsite?.capacity ? t("taken.onsite", { count: onsite.capacity }) : "",
    (capacity !== null || onsite) && waitlist ? t("taken.waitlist") : "",
    offerHours === null ? "" : t("taken.offer"),
    onsite ? t("taken.switching") : "",
    approval ? t("taken.approval") : "",
    invitationOnly ? t("taken.invitationOnly") : "",
  ];
}

/** What each copy takes over from this event, in its own numbers, and what it does not. */
export function CopyLists({ event, source, questions }: CopyListsProps) {
  const t = useTranslations("copies");
  const seats = useSeatPoints(event);
  const taken = [
    t("taken.texts"),
    t("taken.room"),
    t("taken.topics", { count: event.topics.length }),
    ...seats,
    event.registrationOpensAt ? t("taken.opening") : "",
    event.registrationClosesAt ? t("taken.closing") : "",
    questions > 0 ? t("taken.questions", { count: questions }) : "",
    t("taken.mails"),
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
