import { useTranslations } from "next-intl";
import type { EventDetail } from "@/components/programme/event-views";
import { seatsWord } from "@/components/programme/seats-word";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Seats } from "@/components/ui/progress";
import { isEventOver, isRoomOpen } from "@/domain/programme/rules";
import { closedReason } from "@/domain/registration/rules";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import type { RefusedForm } from "./field-errors";
import { type KnownPerson, RegistrationForm } from "./registration-form";

type RegistrationCardProps = {
  event: EventDetail;
  locale: Locale;
  now: Date;
  refused?: RefusedForm | undefined;
  known?: KnownPerson | null | undefined;
};

/** Whoever registered in time still comes in, however long the event runs over. */
function ClosedCard({ event, locale, now }: Omit<RegistrationCardProps, "refused" | "known">) {
  const t = useTranslations("registration.form");
  const p = useTranslations("public");
  const open = isRoomOpen(event, now);
  return (
    <Card raised className="regcard" id="anmelden">
      <h2>{t("closed")}</h2>
      <p className="small muted">{open ? t("closedOpen") : t("closedHint")}</p>
      {open ? (
        <ButtonLink variant="primary" block href={href(locale, `/room/${event.slug}`)}>
          {p("event.toRoom")}
        </ButtonLink>
      ) : null}
    </Card>
  );
}

/** The one card of an event page in which one acts: seats, then the form, or why there is none. */
export function RegistrationCard({ event, locale, now, refused, known }: RegistrationCardProps) {
  const t = useTranslations("registration.form");
  const p = useTranslations("public");
  const word = seatsWord(event.seats);
  const full = word.kind === "full";
  if (event.status === "cancelled") return <Notice tone="danger" title={p("event.cancelled")} />;
  if (isEventOver(event, now)) {
    return (
      <Card raised className="regcard">
        <h2>{p("event.ended")}</h2>
        <p className="small muted">{p("event.endedHint")}</p>
        <ButtonLink block href={href(locale, "/events")}>
          {p("home.all")}
        </ButtonLink>
      </Card>
    );
  }
  if (closedReason(event, now)) return <ClosedCard event={event} locale={locale} now={now} />;
  return (
    <Card raised className="regcard" id="anmelden">
      {event.seats.capacity !== null ? (
        <Seats
          text={
            word.kind === "left"
              ? p("seats.leftOf", { left: word.left, capacity: event.seats.capacity })
              : p("seats.soldOut")
          }
          aside={p("seats.registered", { count: event.seats.confirmed })}
          taken={event.seats.confirmed}
          capacity={event.seats.capacity}
        />
      ) : (
        <p className="small muted">{p("seats.registered", { count: event.seats.confirmed })}</p>
      )}
      <h2>{full ? t("waitTitle") : t("title")}</h2>
      {full ? <p className="small muted">{t("waitHint")}</p> : null}
      <RegistrationForm event={event} locale={locale} full={full} refused={refused} known={known} />
    </Card>
  );
}
