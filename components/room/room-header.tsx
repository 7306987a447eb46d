"use client";

import { Eye, Lock, Pause, Signal, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { BreakoutActions } from "@/components/room/breakout-actions";
import { HostTimer } from "@/components/room/host-timer";
import { LayoutMenu } from "@/components/room/layout-menu";
import { useRoomEvent } from "@/components/room/room-event-context";
import { RoomTimer } from "@/components/room/room-timer";
import { SpeakingCounted } from "@/components/room/speaking-counted";
import { useRoomLabel } from "@/components/room/use-room-label";
import { useStage } from "@/components/room/use-stage";
import { useThisTalk } from "@/components/room/use-talks";
import { useWatching } from "@/components/room/use-watching";
import { NetworkMark } from "@/components/ui/network-mark";
import { useAnswer, useTarget } from "@/realtime/hooks/use-place";
import { useRoom } from "@/realtime/hooks/use-room-session";

/** Who hosts, what this is, how long it lasts, who is here. The connection shows itself only when it is poor. */
export function RoomHeader() {
  const event = useRoomEvent();
  const target = useTarget();
  const kind = target?.room.kind ?? "main";
  return (
    <header className="rm-top">
      <NetworkMark mark={event.network.mark} colour={event.network.colour} size="sm" />
      <Titles />
      <RoomTimer />
      <HostTimer />
      <SpeakingCounted />
      {kind === "main" || kind === "backstage" ? <LiveChips /> : null}
      <div className="rm-top__end">
        <PoorConnection />
        {kind === "breakout" ? <BreakoutActions /> : null}
        {kind === "main" ? <Count /> : null}
        <LayoutMenu />
      </div>
    </header>
  );
}

const OF = { talk: "header.talkOf", breakout: "header.breakoutOf", backstage: "header.backstageOf" } as const;

function Titles() {
  const t = useTranslations("room");
  const event = useRoomEvent();
  const target = useTarget();
  const talk = useThisTalk();
  const partner = talk && [talk.partner.name, ...talk.others].join(", ");
  // The room itself is named after both of its people, oneself among them.
  const talkTitle = partner ? t("lobby.talkWith", { name: partner }) : t("kind.talk");
  const labelOf = useRoomLabel();
  const item = useStage()?.item;
  const kind = target?.room.kind ?? "main";
  if (kind === "main" || !target) {
    return (
      <div className="rm-titles">
        <h1>{event.title}</h1>
        <p>
          {item ? t("run.now", { title: item.title }) : `${t(`mode.${event.mode}`)} · ${event.network.name}`}
        </p>
      </div>
    );
  }
  const words = { event: event.title };
  return (
    <div className="rm-titles">
      <h1>
        <span className="sr-only">{event.title}: </span>
        {kind === "talk" ? talkTitle : labelOf(target.room)}
      </h1>
      <p>{t(OF[kind], words)}</p>
    </div>
  );
}

/** Live or not, held, locked; of what is over, nothing else. */
export function LiveChips() {
  const t = useTranslations("room.header");
  const answer = useAnswer();
  if (!answer) return null;
  if (answer.state === "ended") return <span className="rm-chip">{t("ended")}</span>;
  const { session } = answer;
  return (
    <>
      {session.live ? (
        <span className="rm-chip rm-chip--live">{t("live")}</span>
      ) : (
        <span className="rm-chip rm-chip--warn">{t(session.ended ? "ended" : "notLive")}</span>
      )}
      {session.frozen ? (
        <span className="rm-chip rm-chip--warn rm-wide">
          <Pause className="icon icon--sm" aria-hidden /> {t("frozen")}
        </span>
      ) : null}
      {session.locked ? (
        <span className="rm-chip rm-wide">
          <Lock className="icon icon--sm" aria-hidden /> {t("locked")}
        </span>
      ) : null}
    </>
  );
}

/** A round table counts people, a stage its audience. */
function Count() {
  const t = useTranslations("room.header");
  const { mode } = useRoomEvent();
  const seen = useRoom(({ room }) => room.people.length);
  const watching = useWatching();
  const stage = mode !== "roundtable";
  const count = stage ? watching : seen;
  if (count === null) return null;
  const text = stage ? t("watching", { count }) : t("people", { count });
  return (
    <span className="rm-chip rm-wide" title={text}>
      {stage ? (
        <Eye className="icon icon--sm" aria-hidden />
      ) : (
        <Users className="icon icon--sm" aria-hidden />
      )}
      <b aria-hidden="true">{count}</b>
      <span className="sr-only">{text}</span>
    </span>
  );
}

function PoorConnection() {
  const t = useTranslations("room.header");
  const quality = useRoom(({ room }) => room.people.find((person) => person.own)?.quality);
  if (quality !== "poor" && quality !== "lost") return null;
  return (
    <span className="rm-chip rm-chip--warn" role="img" aria-label={t("poor")} title={t("poor")}>
      <Signal className="icon icon--sm" aria-hidden />
    </span>
  );
}
