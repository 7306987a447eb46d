"use client";

import { useViewChoice } from "@/components/room/view-choice-context";
import { useRoom, useSession } from "@/realtime/hooks/use-room-session";

/** Which pictures of the others this person receives: none for a poor connection, small ones to save power. */
export function usePictures() {
  const session = useSession();
  const isSoundOnly = useRoom((view) => view.pictures === "none");
  const { savesPower, change } = useViewChoice();
  const pictures = (saves: boolean) => (saves ? "small" : "all");
  return {
    isSoundOnly,
    savesPower,
    setSoundOnly: (on: boolean) => session.receive(on ? "none" : pictures(savesPower)),
    setSavesPower: (on: boolean) => {
      change({ savesPower: on });
      if (!isSoundOnly) session.receive(pictures(on));
    },
  };
}
