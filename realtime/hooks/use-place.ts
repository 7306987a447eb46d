"use client";

import { createContext, useContext } from "react";
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
const OutsideRights = createContext<Rights>(NO_RIGHTS);
/** What somebody may do who is in no room: the console is run from outside. */
export const OutsideRightsProvider = OutsideRights.Provider;
/** A host who is in no room: everything that needs no media. */
export const HOST_OUTSIDE: Rights = { ...NO_RIGHTS, chat: true, moderate: true };

/** What this person may do in the present room. */
export function useRights(): Rights {
  const outside = useContext(OutsideRights);
  return useRoom((view) => view.connection.current?.rights ?? outside);
}
/** The own admission id, which is also the identity at LiveKit. */
export const useMyId = (): string | null =>
  useRoom((view) => view.connection.answer?.me?.admissionId ?? null);
