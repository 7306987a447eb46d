import { useTranslations } from "next-intl";
import { OutcomeForm } from "@/components/talks/outcome-form";
import { slotClock, slotDay } from "@/components/talks/slot-words";
import { TablePlace } from "@/components/talks/table-place";
import type { MyMeeting } from "@/components/talks/talk-views";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

type PlanListProps = {
  meetings: readonly MyMeeting[];
  locale: Locale;
  zone: string;
  back: string;
  /** Whose page it stands on, where somebody is signed in. */
  me: string | undefined;
};

function PlanAction({
  meeting,
  locale,
  back,
  me,
}: Omit<PlanListProps, "meetings" | "zone"> & { meeting: MyMeeting }) {
  const t = useTranslations("talks.plan");
  if (meeting.phase === "cancelled") return <Badge tone="danger">{t("cancelled")}</Badge>;
  if (meeting.phase === "over") return <OutcomeForm {...{ meeting, locale, back, me }} />;
  if (meeting.phase === "ahead") {
    return (
      <ButtonLink size="sm" href={href(locale, `/me/talks/${meeting.meetingId}`)}>
        {t("open")}
      </ButtonLink>
    );
  }
  return (
    <ButtonLink size="sm" variant="match" href={href(locale, `/room/${meeting.event.slug}`)}>
      {t("enter")}
    </ButtonLink>
  );
}

const namesOf = ({ partner, others }: MyMeeting) => [partner, ...others].map(({ name }) => name).join(", ");

/** Agreed talks, by time: what is ahead leads to its page or room, what is over asks what came of it. */
export function PlanList({ meetings, locale, zone, back, me }: PlanListProps) {
  const t = useTranslations("talks.plan");
  return (
    <ul className="talklist">
      {meetings.map((meeting) => (
        <li key={meeting.meetingId}>
          <div>
            <time dateTime={meeting.startsAt.toISOString()}>
              {slotDay(meeting, { locale, zone })}, {slotClock(meeting, { locale, zone })}
            </time>
            <h3>
              <a className="plain" href={href(locale, `/me/talks/${meeting.meetingId}`)}>
                {t("with", { name: namesOf(meeting) })}
              </a>
            </h3>
            <p className="small muted">{meeting.partner.organisation}</p>
            <TablePlace table={meeting.table} />
          </div>
          <PlanAction {...{ meeting, locale, back, me }} />
        </li>
      ))}
    </ul>
  );
}
