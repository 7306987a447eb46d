"use client";

import { useTranslations } from "next-intl";
import { useRoomLabel } from "@/components/room/use-room-label";
import { Button } from "@/components/ui/button";
import { useAside, useAsideView } from "@/realtime/hooks/use-aside";
import { useDocuments } from "@/realtime/hooks/use-room-session";

/** For the host: where they listen in or speak to, and the way to end it. */
export function AsideBar() {
  const t = useTranslations("room.aside");
  const aside = useAside();
  const { kind, of, phase, reached, rooms } = useAsideView();
  const labelOf = useRoomLabel();
  const room = useDocuments(({ rounds }) =>
    rounds.flatMap((round) => round.rooms).find(({ id }) => id === of),
  );
  if (!kind || !aside) return null;
  const name = room ? labelOf(room) : "";
  const heard = {
    off: "youListenSoon",
    told: "youListenSoon",
    on: "youListen",
    over: "youListened",
  } as const;
  const listens = t(heard[phase], { room: name });
  const speaks = phase === "on" ? t("youSpeak", { reached, rooms }) : t("youSpeakSoon");
  return (
    <section className="rm-choicebar" aria-label={t("title")} data-testid="aside-bar">
      <p role="status">{kind === "listen" ? listens : speaks}</p>
      <Button onClick={() => void aside.stop()}>{phase === "over" ? t("close") : t("stop")}</Button>
    </section>
  );
}
