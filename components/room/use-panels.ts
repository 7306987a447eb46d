"use client";

import type { PanelName } from "@/components/room/room-ui-context";
import { useRights, useTarget } from "@/realtime/hooks/use-place";
import { useDocuments } from "@/realtime/hooks/use-room-session";

/** The panels this person has, in the order of their buttons; that of the talk only in its room, polls once there are any. */
export function usePanels(): readonly PanelName[] {
  const { moderate } = useRights();
  const kind = useTarget()?.room.kind;
  const inTalk = kind === "talk";
  const hasPolls = useDocuments(({ polls }) => polls.length > 0);
  return [
    ...(inTalk ? (["talk"] as const) : []),
    ...(["people", "chat"] as const),
    // A talk belongs to its people: what the audience asks is not asked there.
    ...(inTalk ? [] : (["questions"] as const)),
    ...(moderate || (hasPolls && !inTalk) ? (["polls"] as const) : []),
    // Of the plenary and of breakouts; people of a talk have notes of their own beside it.
    ...(kind === "main" || kind === "breakout" ? (["notes"] as const) : []),
    ...(moderate ? (["breakouts", "console"] as const) : []),
  ];
}
