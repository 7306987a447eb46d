"use client";

import { useRoom } from "@/realtime/hooks/use-room-session";
import type { Rights, Target, WhereAmI } from "@/realtime/protocol";

const NO_RIGHTS: Rights = {
  mic: false,
  cam: false,
  screen: false,
  data: false,
  hidden: false,
  chat: false,
  raiseHand: false,
  moderate: false,
};

/** The server's last answer; null before the first. */
export const useAnswer = (): WhereAmI | null => useRoom((view) => view.connection.answer);
/** The room this tab is in or on its way to. */
export const useTarget = (): Target | null => useRoom((view) => view.connection.current);
/** What this person may do in the present room. */
export const useRights = (): Rights => useRoom((view) => view.connection.current?.rights ?? NO_RIGHTS);
/** The own admission id, which is also the identity at LiveKit. */
export const useMyId = (): string | null =>
  useRoom((view) => view.connection.answer?.me?.admissionId ?? null);
