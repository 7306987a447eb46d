"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRoomEvent } from "@/components/room/room-event-context";
import { useMyRole } from "@/components/room/use-my-role";
import { ButtonLink } from "@/components/ui/button";
import { isHost, isOnStage } from "@/domain/rooms/rules";
import type { RoomRole } from "@/domain/rooms/schema";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { formatClock, formatSpan } from "@/lib/time/format";
import { minutesBetween } from "@/lib/time/minutes";
import { useAnswer } from "@/realtime/hooks/use-place";
import { useServerNow } from "@/realtime/hooks/use-server-now";
import type { WhereAmI } from "@/realtime/protocol";
import { clockText, wholeDays } from "@/realtime/timing";

/** Title, countdown and agenda. */
export function LobbyIntro() {
  const t = useTranslations("room");
  const event = useRoomEvent();
  const place = { locale: localeOf(useLocale()), zone: event.timeZone };
  const when = formatSpan({ ...place, startsAt: new Date(event.startsAt), endsAt: new Date(event.endsAt) });
  return (
    <section className="rm-intro">
      <p className="rm-intro__facts">
        <span className="rm-chip rm-chip--info">{t(`mode.${event.mode}`)}</span>
        <span className="rm-chip">{when}</span>
      </p>
      <h1>{event.title}</h1>
      <Countdown />
      {event.agenda.length > 0 ? (
        <>
          <h2>{t("lobby.agenda")}</h2>
          <ol className="rm-agenda">
            {event.agenda.map((item) => (
              <li key={`${item.startsAt} ${item.title}`}>
                <time dateTime={item.startsAt}>{formatClock({ ...place, at: new Date(item.startsAt) })}</time>
                <span>
                  {item.title}
                  {item.track ? (
                    <small>
                      {item.track} · {t("lobby.ownRooms")}
                    </small>
                  ) : null}
                </span>
                <span className="rm-agenda__length">
                  {t("lobby.minutes", { count: minutesBetween(item.startsAt, item.endsAt) })}
                </span>
              </li>
            ))}
          </ol>
        </>
      ) : null}
      {event.recordsAttendance ? <p className="rm-intro__note">{t("lobby.attendance")}</p> : null}
    </section>
  );
}

/** Nothing before the first answer: the room may have opened early, or be closed to this person. */
function Countdown() {
  const t = useTranslations("room.lobby");
  const answer = useAnswer();
  const role = useMyRole();
  const now = useServerNow();
  if (!answer) return null;
  const opensAt = answer.state === "wait" ? answer.opensAt : null;
  const left = Date.parse(opensAt ?? answer.session.startsAt) - now;
  const days = wholeDays(left);
  const reason = reasonOf(answer, role, left);
  return (
    <div className="rm-countdown">
      {!answer.session.live && left > 0 ? (
        <p role="timer">
          <b>{days ? t("days", { count: days }) : clockText(left)}</b> <span>{t("until")}</span>
        </p>
      ) : null}
      <p>{t(reason)}</p>
      {reason === "hostEnters" ? <ToConsole /> : null}
    </div>
  );
}

/** Where hosts go live. It opens for hosts by grant only: not for whoever was made a co-host in the room. */
function ToConsole() {
  const t = useTranslations("room.lobby");
  const locale = useLocale();
  const { slug, role } = useRoomEvent();
  if (!(role && isHost(role))) return null;
  return (
    <div>
      <ButtonLink href={href(locale, `/console/${slug}`)}>{t("toConsole")}</ButtonLink>
    </div>
  );
}

function reasonOf(answer: WhereAmI, role: RoomRole, left: number) {
  if (answer.state === "wait" && answer.reason === "locked") return "locked";
  if (answer.state === "wait" && answer.reason === "lobby") return "doorWaiting";
  if (answer.state === "wait" && answer.reason === "waiting_list") return "waitingList";
  if (answer.session.live) return "running";
  if (isOnStage(role)) return isHost(role) ? "hostEnters" : "stageEnters";
  return left > 0 ? "opensByItself" : "hostsOnly";
}
