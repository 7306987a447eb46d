"use client";

import { Ear, Megaphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useMyRound } from "@/components/room/use-my-round";
import { useSpeak } from "@/components/ui/live-regions";
import type { AsideKind } from "@/domain/rooms/rules/asides";
import { useTarget } from "@/realtime/hooks/use-place";
import { useRoom } from "@/realtime/hooks/use-room-session";

const ICONS = { listen: Ear, speak: Megaphone } as const;

/** Who listens to this room, or speaks to it, without being here: by the server's word, and by LiveKit's own. */
export function AsideNote() {
  const here = useTarget()?.room;
  const told = useMyRound()?.rooms.find(({ id }) => id === here?.id)?.asides ?? [];
  const seen = useRoom(({ room }) => room.asides);
  if (here?.kind !== "breakout") return null;
  const all = [...told, ...seen];
  return (["listen", "speak"] as const).map((kind) => {
    const names = [...new Set(all.filter((one) => one.kind === kind).map(({ name }) => name))];
    return names.length > 0 ? <Note key={kind} kind={kind} names={names.join(", ")} /> : null;
  });
}

function Note({ kind, names }: { kind: AsideKind; names: string }) {
  const t = useTranslations("room.aside");
  const speak = useSpeak();
  const text = t(kind === "listen" ? "listening" : "speaking");
  useEffect(() => {
    speak(text);
    return () => speak(t(kind === "listen" ? "listeningOver" : "speakingOver"));
  }, [text, kind, speak, t]);
  const Icon = ICONS[kind];
  return (
    <p className="rm-broadcast rm-aside" data-testid={`aside-${kind}`}>
      <Icon className="icon" aria-hidden />
      <span>
        <b>{text}</b> · {names}
      </span>
    </p>
  );
}
