import { useTranslations } from "next-intl";
import type { EventDetail } from "@/components/programme/event-views";
import { seatsWord } from "@/components/programme/seats-word";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Seats } from "@/components/ui/progress";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import type { RefusedForm } from "./field-errors";
import { RegistrationForm } from "./registration-form";

type RegistrationCardProps = {
  event: EventDetail;
  locale: Locale;
  now: Date;
  refused?: RefusedForm | undefined;
};

/** The one card of an event page in which one acts: seats, then the form, or why there is none. */
export function RegistrationCard({ event, locale, now, refused }: RegistrationCardProps) {
  const t = useTranslations("registration.form");
  const p = useTranslations("public");
  const word = seatsWord(event.seats);
  const full = word.kind === "full";
  const over = event.status === "ended" || event.endsAt <= now;
  if (event.status === "cancelled") return <Notice tone="danger" title={p("event.cancelled")} />;
  if (over) {
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
      <RegistrationForm event={event} locale={locale} full={full} refused={refused} />
    </Card>
  );
}
