"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useSpotlight } from "@/components/room/use-calls";
import { useSpeak } from "@/components/ui/live-regions";
import { useMyId } from "@/realtime/hooks/use-place";
import { useDocuments, useSession } from "@/realtime/hooks/use-room-session";

/** Whom the hosts show large is said to everybody; who is shown reads it as well, since everybody looks at them now. */
export function SpokenSpotlight() {
  const t = useTranslations("room.large");
  const speak = useSpeak();
  const session = useSession();
  const me = useMyId();
  const spotlight = useSpotlight();
  const name = useDocuments(({ people }) => people.find((one) => one.admissionId === spotlight)?.name);
  const spoken = useRef<string | null>(null);
  useEffect(() => {
    if (spoken.current === spotlight) return;
    const before = spoken.current;
    spoken.current = spotlight;
    if (spotlight === null) speak(t(before === me ? "ownSpotlightOver" : "spotlightOver"));
    else if (spotlight === me) session.notify("spotlit");
    else if (name) speak(t("spotlit", { name }));
  }, [spotlight, name, me, session, speak, t]);
  return null;
}
