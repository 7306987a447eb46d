"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { DoorPeople } from "@/domain/attendance/schema";
import { doorLine } from "./door-line";
import { DoorSession, type Shown } from "./door-session";
import { type Box, OfflineQueue } from "./offline-queue";

/** Asked anew each time: some browsers throw when it is looked at. */
const browserBox: Box = {
  getItem: (name) => window.localStorage.getItem(name),
  setItem: (name, text) => window.localStorage.setItem(name, text),
  removeItem: (name) => window.localStorage.removeItem(name),
};

const REFRESH_MS = 30_000;
const REPLAY_MS = 10_000;

type DoorParts = { eventId: string; people: DoorPeople; shown: Shown | undefined };

const sessionOf = ({ eventId, people, shown }: DoorParts) =>
  new DoorSession({
    line: doorLine(eventId),
    queue: new OfflineQueue(browserBox, eventId),
    clock: Date.now,
    newKey: () => crypto.randomUUID(),
    people,
    shown,
  });

/** One door for as long as its page is open: tries again what waits, and hears what other doors do. */
export function useDoor(parts: DoorParts) {
  const [session] = useState(() => sessionOf(parts));
  const state = useSyncExternalStore(session.subscribe, session.state, session.state);
  useEffect(() => {
    const replay = () => void session.replay();
    const refresh = () => void session.refresh();
    session.wake();
    refresh();
    replay();
    const timers = [setInterval(refresh, REFRESH_MS), setInterval(replay, REPLAY_MS)];
    window.addEventListener("online", replay);
    return () => {
      for (const timer of timers) clearInterval(timer);
      window.removeEventListener("online", replay);
    };
  }, [session]);
  return { session, state };
}
