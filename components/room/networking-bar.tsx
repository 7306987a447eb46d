"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect } from "react";
import { useRoomEvent } from "@/components/room/room-event-context";
import { useSpeak } from "@/components/ui/live-regions";
import { localeOf } from "@/lib/i18n/locales";
import { momentClock } from "@/lib/time/format";
import { useMyId, useRights, useTarget } from "@/realtime/hooks/use-place";
import { useDocuments } from "@/realtime/hooks/use-room-session";
import type { RoundView } from "@/realtime/room-api";

/** In the plenary, while others talk in pairs: which round it is, and that this person has a pause. */
export function NetworkingBar() {
  const kind = useTarget()?.room.kind;
  const me = useMyId();
  const { moderate } = useRights();
  const round = useDocuments(({ rounds }) =>
    rounds.find(({ networking, state }) => networking !== null && state === "open"),
  );
  if (!round?.networking || kind !== "main" || moderate) return null;
  const isMine = round.rooms.some(({ people }) => people.some(({ admissionId }) => admissionId === me));
  return isMine ? null : <Pause round={round} networking={round.networking} />;
}

type PauseProps = { round: RoundView; networking: NonNullable<RoundView["networking"]> };

function Pause({ round, networking: { position, of } }: PauseProps) {
  const t = useTranslations("room.networking");
  const speak = useSpeak();
  const locale = localeOf(useLocale());
  const { timeZone } = useRoomEvent();
  const time = momentClock({ locale, zone: timeZone, at: new Date(round.endsAt ?? 0) });
  const text = t(position < of ? "pause" : "lastPause", { position, of, time });
  useEffect(() => speak(text), [text, speak]);
  return (
    <section className="rm-choicebar" aria-label={t("title")} data-testid="networking-bar">
      <p>{text}</p>
    </section>
  );
}
