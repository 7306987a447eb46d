"use client";

import { useDocuments } from "@/realtime/hooks/use-room-session";

/** How many only watch, by the server's count, which is the same for everybody. Null before the list was read. */
export const useWatching = (): number | null =>
  useDocuments(({ watching, known }) => (known.has("people") ? watching : null));
