"use client";

import { useLocale, useTranslations } from "next-intl";
import { ChoiceButton } from "@/components/room/choice-dialog";
import { useRoomEvent } from "@/components/room/room-event-context";
import { useChoices, useChosen } from "@/components/room/use-choices";
import { localeOf } from "@/lib/i18n/locales";
import { formatClock } from "@/lib/time/format";
import { useTarget } from "@/realtime/hooks/use-place";

/** In the plenary: several agenda items run at once, each in a room of its own, and one can choose. */
export function ChoiceBar() {
  const t = useTranslations("room.choice");
  const locale = localeOf(useLocale());
  const { timeZone } = useRoomEvent();
  const [round] = useChoices();
  const chosen = useChosen();
  const kind = useTarget()?.room.kind;
  if (!round || kind !== "main") return null;
  const mine = chosen(round);
  const count = round.rooms.length;
  const time = formatClock({ locale, zone: timeZone, at: new Date(round.startsAt ?? "") });
  const isOpen = round.state === "open";
  const name = mine?.session?.title ?? mine?.label ?? "";
  const planned = mine ? t("goesTo", { time, name }) : t("begins", { time, count });
  return (
    <section className="rm-choicebar" aria-label={t("title")} data-testid="choice-bar">
      <p>{isOpen ? t("runs", { count }) : planned}</p>
      <ChoiceButton
        variant={mine ? "secondary" : "primary"}
        label={mine && !isOpen ? t("change") : t("choose")}
      />
    </section>
  );
}
