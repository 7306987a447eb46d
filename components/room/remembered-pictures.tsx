"use client";

import { useEffect } from "react";
import { useViewChoice } from "@/components/room/view-choice-context";
import { useSession } from "@/realtime/hooks/use-room-session";

/** Whoever saved power last time does so from the first picture on. */
export function RememberedPictures() {
  const session = useSession();
  const { savesPower } = useViewChoice();
  useEffect(() => {
    if (savesPower && session.store.get().pictures === "all") session.receive("small");
  }, [session, savesPower]);
  return null;
}
