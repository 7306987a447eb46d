"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect } from "react";
import { ChoiceButton } from "@/components/room/choice-dialog";
import { useRoomEvent } from "@/components/room/room-event-context";
import { useChoices, useChosen } from "@/components/room/use-choices";
import { useSpeak } from "@/components/ui/live-regions";
import { localeOf } from "@/lib/i18n/locales";
import { momentClock } from "@/lib/time/format";
import { useTarget } from "@/realtime/hooks/use-place";
import type { RoundView } from "@/realtime/room-api";

/** In the plenary: several agenda items run at once, each in a room of its own, and one can choose. */
export function ChoiceBar() {
  const [round] = useChoices();
  const kind = useTarget()?.room.kind;
  return round && kind === "main" ? <Bar round={round} /> : null;
}

function Bar({ round }: { round: RoundView }) {
  const t = useTranslations("room.choice");
  const speak = useSpeak();
  const locale = localeOf(useLocale());
  const { timeZone } = useRoomEvent();
  const mine = useChosen()(round);
  const count = round.rooms.length;
  const time = momentClock({ locale, zone: timeZone, at: new Date(round.startsAt ?? "") });
  const isOpen = round.state === "open";
  const name = mine?.session?.title ?? mine?.label ?? "";
  const ofHost = round.rule === "free_choice";
  const begins = ofHost ? t("roomsOpenSoon", { count }) : t("begins", { time, count });
  const planned = mine ? t("goesTo", { time, name }) : begins;
  const runs = ofHost ? t("roomsOpen", { count }) : t("runs", { count });
  const text = isOpen ? runs : planned;
  useEffect(() => speak(text), [text, speak]);
  return (
    <section className="rm-choicebar" aria-label={t("title")} data-testid="choice-bar">
      <p>{text}</p>
      <ChoiceButton
        variant={mine ? "secondary" : "primary"}
        label={mine && !isOpen ? t("change") : t("choose")}
      />
    </section>
  );
}
