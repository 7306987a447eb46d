import { useTranslations } from "next-intl";
import type { WeekEntry } from "@/components/account/week";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { isRoomOpen } from "@/domain/programme/rules";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatSpan, momentClock } from "@/lib/time/format";

type NextUpProps = { entry: WeekEntry; locale: Locale; zone: string; now: Date };

function useWhen({ entry, locale, zone, now }: NextUpProps, open: boolean): string {
  const t = useTranslations("account.next");
  if (!open) return t("ahead", { when: formatSpan({ ...entry, locale, zone }) });
  const clock = momentClock({ locale, zone, at: entry.startsAt });
  return entry.startsAt <= now ? t("since", { clock }) : t("soon", { clock });
}

/** What comes next, and when its room is open the one button that leads into it. */
export function NextUp(props: NextUpProps) {
  const { entry, locale, now } = props;
  const t = useTranslations("account.next");
  const week = useTranslations("account.week");
  const talk = entry.kind === "talk" ? entry.meeting : undefined;
  const event = entry.kind === "event" ? entry.registration.event : entry.meeting.event;
  const open = entry.kind === "talk" ? entry.live : isRoomOpen(entry.registration.event, now);
  const when = useWhen(props, open);
  const details =
    entry.kind === "talk" ? `/me/talks/${entry.meeting.meetingId}` : `/r/${entry.registration.id}`;
  return (
    <section className={talk ? "next next--talk" : "next"} aria-labelledby="next-up">
      <div className="grow">
        <div className="row gap-2">
          {open && entry.startsAt <= now ? <Badge tone="live">{week("live")}</Badge> : null}
          <span className="small">{when}</span>
        </div>
        <h2 id="next-up">{talk ? t("talkWith", { name: talk.partner.name }) : event.title}</h2>
        {talk ? <span className="small muted">{event.title}</span> : null}
      </div>
      {open ? (
        <ButtonLink variant={talk ? "match" : "primary"} size="lg" href={href(locale, `/room/${event.slug}`)}>
          {t("join")}
        </ButtonLink>
      ) : (
        <ButtonLink href={href(locale, details)}>{talk ? t("talkDetails") : t("details")}</ButtonLink>
      )}
    </section>
  );
}
