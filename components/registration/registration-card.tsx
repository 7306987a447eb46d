import { useTranslations } from "next-intl";
import type { EventDetail } from "@/components/programme/event-views";
import { seatsWord } from "@/components/programme/seats-word";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { Question } from "@/domain/forms/rules";
import { isEventOver, isRoomOpen } from "@/domain/programme/rules";
import type { KnownPerson } from "@/domain/registration/queries/known-person";
import { closedReason } from "@/domain/registration/rules/window";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatMoment } from "@/lib/time/format";
import type { RefusedForm } from "./field-errors";
import { RegistrationForm } from "./registration-form";
import { SeatsLeft } from "./seats-left";

type RegistrationCardProps = {
  event: EventDetail;
  questions: readonly Question[];
  locale: Locale;
  now: Date;
  refused?: RefusedForm | undefined;
  known?: KnownPerson | null | undefined;
  /** The code of the invitation that led here. */
  invitation?: string | undefined;
};

/** What the form is for, and what happens to what is sent: a seat, a place in line, or a question to the office. */
function Heading({ event, invitation }: Pick<RegistrationCardProps, "event" | "invitation">) {
  const t = useTranslations("registration.form");
  const { approval, invitationOnly } = event.seats;
  const full = seatsWord(event.seats).kind === "full";
  const asks = approval && !invitation;
  const title = full ? t("waitTitle") : t("title");
  return (
    <>
      <h2>{asks ? t("askTitle") : title}</h2>
      {asks ? <p className="small muted">{t("askHint")}</p> : null}
      {full && !asks ? <p className="small muted">{t("waitHint")}</p> : null}
      {invitation ? <p className="small muted">{t("invited")}</p> : null}
      {invitationOnly && !invitation ? <p className="small muted">{t("invitedOnly")}</p> : null}
    </>
  );
}

/** Whoever registered in time still comes in, however long the event runs over. */
function ClosedCard({ event, locale, now }: Pick<RegistrationCardProps, "event" | "locale" | "now">) {
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

/** Says from when on one can register, by the clocks of the event. */
function EarlyCard({ event, locale }: Pick<RegistrationCardProps, "event" | "locale">) {
  const t = useTranslations("registration.form");
  const at = event.registrationOpensAt;
  return (
    <Card raised className="regcard" id="anmelden">
      <h2>{t("notOpen")}</h2>
      {at ? <p>{t("opensAt", { when: formatMoment({ at, zone: event.timeZone, locale }) })}</p> : null}
    </Card>
  );
}

/** The one card of an event page in which one acts: seats, then the form, or why there is none. */
export function RegistrationCard(props: RegistrationCardProps) {
  const { event, questions, locale, now, refused, known, invitation } = props;
  const p = useTranslations("public");
  const full = seatsWord(event.seats).kind === "full";
  if (event.status === "cancelled") return <Notice tone="danger" title={p("event.cancelled")} />;
  if (event.status === "postponed") return <Notice tone="warning" title={p("event.postponed")} />;
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
  const closed = closedReason(event, now);
  if (closed === "not_open_yet") return <EarlyCard event={event} locale={locale} />;
  if (closed) return <ClosedCard event={event} locale={locale} now={now} />;
  return (
    <Card raised className="regcard" id="anmelden">
      <SeatsLeft seats={event.seats} />
      <Heading event={event} invitation={invitation} />
      <RegistrationForm {...{ event, questions, locale, full, refused, known, invitation }} />
    </Card>
  );
}
