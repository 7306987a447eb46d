"use client";

import { Hand, LogOut, MonitorSmartphone, UserX, Video } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LegalFoot } from "@/components/room/legal-foot";
import { OfficeLinks } from "@/components/room/office-links";
import { OneClickFeedback } from "@/components/room/one-click-feedback";
import { useRoomEvent } from "@/components/room/room-event-context";
import { TalkOutcome } from "@/components/room/talk-outcome";
import { useThisTalk } from "@/components/room/use-talks";
import { Button, ButtonLink } from "@/components/ui/button";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { momentClock } from "@/lib/time/format";
import { useAnswer } from "@/realtime/hooks/use-place";
import { useSession } from "@/realtime/hooks/use-room-session";

type CardFrameProps = { icon: ReactNode; title: string; children: ReactNode };

/** One card in the middle of an otherwise empty room, and the legal pages below it. */
export function CardFrame({ icon, title, children }: CardFrameProps) {
  const event = useRoomEvent();
  return (
    <div className="rm-card-page">
      <main className="rm-card-page__main">
        <h1 className="sr-only">{event.title}</h1>
        <section className="rm-card" aria-labelledby="room-card-title">
          <span className="rm-card__icon">{icon}</span>
          <h2 id="room-card-title">{title}</h2>
          {children}
        </section>
      </main>
      <LegalFoot />
    </div>
  );
}

export function HeldCard() {
  const t = useTranslations("room.card");
  const session = useSession();
  return (
    <CardFrame icon={<MonitorSmartphone className="icon" aria-hidden />} title={t("heldTitle")}>
      <p>{t("heldText")}</p>
      <Button variant="primary" block onClick={() => void session.takeOver()}>
        {t("heldButton")}
      </Button>
    </CardFrame>
  );
}

export function RemovedCard() {
  const t = useTranslations("room.card");
  const locale = localeOf(useLocale());
  const answer = useAnswer();
  const { timeZone } = useRoomEvent();
  const until = answer?.state === "removed" ? answer.until : null;
  return (
    <CardFrame icon={<UserX className="icon" aria-hidden />} title={t("removedTitle")}>
      <p>{t("removedText")}</p>
      {until ? (
        <p>{t("removedUntil", { time: momentClock({ locale, zone: timeZone, at: new Date(until) }) })}</p>
      ) : null}
      <EventLink />
    </CardFrame>
  );
}

export function EndedCard() {
  const t = useTranslations("room.card");
  const locale = useLocale();
  const answer = useAnswer();
  const { office } = useRoomEvent();
  const next = answer?.state === "ended" ? answer.nextEventSlug : null;
  return (
    <CardFrame icon={<Video className="icon" aria-hidden />} title={t("endedTitle")}>
      <p>{t("endedText")}</p>
      <TalkOutcome />
      <OneClickFeedback />
      <Feedback />
      {office ? <OfficeLinks {...office} /> : null}
      {next ? (
        <ButtonLink variant={office ? "secondary" : "primary"} block href={href(locale, `/e/${next}`)}>
          {t("next")}
        </ButtonLink>
      ) : null}
      <EventLink />
    </CardFrame>
  );
}

/** Out of the room by oneself: what there is to say while it is fresh, the way back, and the way on. */
export function LeftCard() {
  const t = useTranslations("room.card");
  const locale = useLocale();
  const talk = useThisTalk();
  return (
    <CardFrame icon={<LogOut className="icon" aria-hidden />} title={t("leftTitle")}>
      <p>{t(talk ? "leftTalkText" : "leftText")}</p>
      <TalkOutcome />
      {talk ? null : <OneClickFeedback />}
      <Feedback />
      <Button variant="primary" block onClick={() => window.location.reload()}>
        {t("again")}
      </Button>
      {talk ? (
        <ButtonLink block href={href(locale, `/me/talks/${talk.meetingId}`)}>
          {t("talk")}
        </ButtonLink>
      ) : null}
      <EventLink />
    </CardFrame>
  );
}

export function RefusedCard() {
  const t = useTranslations("room.lobby");
  return (
    <CardFrame icon={<Hand className="icon" aria-hidden />} title={t("refused")}>
      <p>{t("refusedHint")}</p>
      <EventLink />
    </CardFrame>
  );
}

/** The organizers' own page, where they ask what people thought of the event; opened beside the room. */
function Feedback() {
  const t = useTranslations("room.card");
  const { feedbackUrl } = useRoomEvent();
  return feedbackUrl ? (
    <ButtonLink block href={feedbackUrl} target="_blank" rel="noreferrer">
      {t("feedback")}
    </ButtonLink>
  ) : null;
}

function EventLink() {
  const t = useTranslations("room.card");
  const locale = useLocale();
  const { slug } = useRoomEvent();
  return (
    <ButtonLink block href={href(locale, `/e/${slug}`)}>
      {t("event")}
    </ButtonLink>
  );
}
