"use client";

import { useEffect, useState } from "react";
import { useRights } from "@/realtime/hooks/use-place";
import { useDocuments, useSession } from "@/realtime/hooks/use-room-session";

/** Questions of others since the panel was last open; for hosts also those that wait for them, however long. */
export function useUnreadQuestions(reading: boolean): number {
  const session = useSession();
  const { moderate } = useRights();
  const questions = useDocuments((documents) => documents.questions);
  // Whoever comes in late has not missed anything: counting starts on arrival.
  const [seenAt, setSeenAt] = useState("");
  useEffect(() => setSeenAt(new Date(session.serverNow()).toISOString()), [session]);
  const newest = questions[0]?.at;
  useEffect(() => {
    if (reading && newest) setSeenAt((before) => (newest > before ? newest : before));
  }, [reading, newest]);
  const waiting = moderate ? questions.filter(({ state }) => state === "waiting").length : 0;
  if (reading) return 0;
  const isFresh = ({ at, mine, state }: (typeof questions)[number]) =>
    at > seenAt && !mine && state !== "waiting" && state !== "dismissed";
  return questions.filter(isFresh).length + waiting;
}
