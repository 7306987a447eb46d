import { useTranslations } from "next-intl";
import { EventAgenda } from "@/components/programme/event-agenda";
import { EventHead } from "@/components/programme/event-head";
import { EventSpeakers } from "@/components/programme/event-speakers";
import type { EventDetail, EventSummary } from "@/components/programme/event-views";
import { MaterialList } from "@/components/programme/material-list";
import { seatsWord } from "@/components/programme/seats-word";
import type { RefusedForm } from "@/components/registration/field-errors";
import { RegistrationCard } from "@/components/registration/registration-card";
import { WhoIsThere } from "@/components/registration/who-is-there";
import { ButtonLink } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { NetworkLine, networkStyle } from "@/components/ui/network-mark";
import { StickyBar } from "@/components/ui/sticky-bar";
import type { Question } from "@/domain/forms/rules";
import { isTopic } from "@/domain/programme/labels";
import type { MaterialView } from "@/domain/programme/queries/materials";
import type { KnownPerson } from "@/domain/registration/queries/known-person";
import type { WhoIsThere as WhoIsThereList } from "@/domain/registration/queries/who-is-there";
import { closedReason } from "@/domain/registration/rules/window";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatSpan } from "@/lib/time/format";
import "./programme.css";

type EventPageProps = {
  event: EventDetail;
  /** What the event asks whoever registers. */
  questions: readonly Question[];
  /** What whoever looks may have of what the event gives out. */
  materials: readonly MaterialView[];
  also: readonly EventSummary[];
  /** Participants who chose to be seen by everybody. */
  present: WhoIsThereList;
  locale: Locale;
  now: Date;
  refused?: RefusedForm | undefined;
  /** Absent on the cached page, which can't know; null where it is known that nobody is signed in. */
  known?: KnownPerson | null | undefined;
  /** The code of the invitation that led here. */
  invitation?: string | undefined;
};

/** What the organizer has written about it; nothing at all, not even its space, before that. */
function About({ event }: Pick<EventPageProps, "event">) {
  const t = useTranslations("public.topics");
  const paragraphs = event.description.split("\n\n").filter(Boolean);
  const topics = event.topics.filter(isTopic);
  if (event.summary === "" && paragraphs.length === 0 && topics.length === 0) return null;
  return (
    <div className="prose" lang={event.language}>
      {event.summary ? <p className="lead text-fg">{event.summary}</p> : null}
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <div className="row gap-2">
        {topics.map((topic) => (
          <Chip key={topic} small>
            {t(topic)}
          </Chip>
        ))}
      </div>
    </div>
  );
}

/** The whole page of one event; the same for the cached page and for a form that came back. */
export function EventPage(props: EventPageProps) {
  const { event, questions, materials, also, present, locale, now, refused, known, invitation } = props;
  const t = useTranslations("public");
  const accent = networkStyle(event.networks[0]?.colour);
  return (
    <>
      <div className="net evtop" style={accent}>
        <div className="wrap">
          <EventHead event={event} locale={locale} />
          <div className="cols cols--side evcols">
            <div className="evmain">
              <About event={event} />
              {event.agenda.length > 0 ? (
                <section className="block">
                  <h2>{t("event.agenda")}</h2>
                  <EventAgenda agenda={event.agenda} locale={locale} timeZone={event.timeZone} />
                </section>
              ) : null}
              <EventSpeakers speakers={event.speakers} locale={locale} />
              <MaterialList materials={materials} language={event.language} />
              <WhoIsThere {...present} />
              {also.length > 0 ? <AlsoThisWeek events={also} locale={locale} /> : null}
            </div>
            <aside className="stack sticky">
              <RegistrationCard {...{ event, questions, locale, now, refused, known, invitation }} />
              <p className="small muted">
                {t("event.questions")} <a href={`mailto:${event.contactEmail}`}>{event.contactEmail}</a>
              </p>
              {event.legal ? (
                <p className="small">
                  <a href={href(locale, `/n/${event.legal.slug}/legal`)}>
                    {t("network.legal", { network: event.legal.name })}
                  </a>
                </p>
              ) : null}
            </aside>
          </div>
        </div>
      </div>
      {closedReason(event, now) ? null : <PhoneBar event={event} locale={locale} />}
    </>
  );
}

function AlsoThisWeek({ events, locale }: { events: readonly EventSummary[]; locale: Locale }) {
  const t = useTranslations("public");
  return (
    <section className="block">
      <h2>{t("event.also")}</h2>
      <ul className="divided">
        {events.map((other) => (
          <li key={other.id} className="row between py-3">
            <div className="grow also">
              <a className="plain strong" href={href(locale, `/e/${other.slug}`)} lang={other.language}>
                {other.title}
              </a>
              <div className="small muted">
                {formatSpan({ locale, zone: other.timeZone, startsAt: other.startsAt, endsAt: other.endsAt })}
              </div>
            </div>
            <NetworkLine networks={other.networks} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PhoneBar({ event, locale }: { event: EventDetail; locale: Locale }) {
  const t = useTranslations("public");
  const word = seatsWord(event.seats);
  return (
    <StickyBar
      action={
        <ButtonLink variant="primary" href="#anmelden">
          {word.kind === "full" ? t("actions.waitlist") : t("actions.register")}
        </ButtonLink>
      }
    >
      <b>{formatSpan({ locale, zone: event.timeZone, startsAt: event.startsAt, endsAt: event.endsAt })}</b>
      <br />
      <span className="muted">
        {word.kind === "left" ? t("seats.leftShort", { count: word.left }) : null}
        {word.kind === "full" ? t("seats.soldOut") : null}
      </span>
    </StickyBar>
  );
}
