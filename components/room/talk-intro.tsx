"use client";

import { useLocale, useTranslations } from "next-intl";
import { PartnerPresence } from "@/components/room/partner-presence";
import { useRoomEvent } from "@/components/room/room-event-context";
import { ReasonLines } from "@/components/talks/reason-lines";
import { Avatar } from "@/components/ui/avatar";
import { TALK_OPENS_BEFORE_MS } from "@/domain/rooms/rules";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { formatSpan } from "@/lib/time/format";
import { useServerNow } from "@/realtime/hooks/use-server-now";
import type { RoomTalk } from "@/realtime/room-api";
import { clockText } from "@/realtime/timing";

/** The lobby of a talk: with whom, whether they are there, why it fits, and how long it still takes. */
export function TalkIntro({ talk }: { talk: RoomTalk }) {
  const t = useTranslations("room");
  const tTalks = useTranslations("talks.reason");
  const locale = localeOf(useLocale());
  const { timeZone, title } = useRoomEvent();
  const { partner, others, reasons } = talk;
  const span = { startsAt: new Date(talk.startsAt), endsAt: new Date(talk.endsAt) };
  const when = formatSpan({ locale, zone: timeZone, ...span });
  return (
    <section className="rm-intro">
      <p className="rm-intro__facts">
        <span className="rm-chip rm-chip--match">{t("kind.talk")}</span>
        <span className="rm-chip">{when}</span>
      </p>
      <div className="rm-partner">
        <Avatar name={partner.name} seed={partner.personId} size="xl" />
        <div>
          <h1>
            <span className="sr-only">{title}: </span>
            {partner.name}
          </h1>
          {partner.organisation ? <p>{partner.organisation}</p> : null}
          {others.length > 0 ? <p>{t("lobby.alsoThere", { names: others.join(", ") })}</p> : null}
          <p role="status">
            <PartnerPresence present={partner.present} waiting />
          </p>
        </div>
      </div>
      <TalkCountdown talk={talk} />
      <p className="rm-hint">
        <a href={href(locale, `/me/talks/${talk.meetingId}`)} target="_blank" rel="noopener">
          {t("talk.page")}
        </a>
      </p>
      {reasons.length > 0 ? (
        <section className="rm-why" aria-label={tTalks("title")}>
          <h2>{tTalks("title")}</h2>
          <ReasonLines reasons={reasons} partner={partner} locale={locale} />
        </section>
      ) : null}
    </section>
  );
}

function TalkCountdown({ talk }: { talk: RoomTalk }) {
  const t = useTranslations("room.lobby");
  const now = useServerNow();
  const left = Date.parse(talk.startsAt) - now;
  const closed = left - TALK_OPENS_BEFORE_MS;
  if (left <= 0) return <p>{t("talkRunning")}</p>;
  return (
    <div className="rm-countdown">
      <p role="timer">
        <b>{clockText(closed > 0 ? closed : left)}</b>{" "}
        <span>{closed > 0 ? t("talkUntil") : t("talkStarts")}</span>
      </p>
      {closed > 0 ? <p>{t("talkSoon")}</p> : null}
    </div>
  );
}
