"use client";

import { useState } from "react";
import { refusalOf } from "@/realtime/client/ports";
import { useSession } from "@/realtime/hooks/use-room-session";

/** A host's click: sends it, and says whether the last one failed, and by which reason. */
export function useHostAct(path: string): {
  /** `about`: another path than the one it is mostly for, such as that of one person of a list. */
  act: (body: object, about?: string) => Promise<boolean>;
  failed: boolean;
  reason: string | null;
} {
  const session = useSession();
  const [reason, setReason] = useState<string | null>(null);
  const act = async (body: object, about = path) => {
    const reply = await session.act(about, body);
    setReason(refusalOf(reply));
    return reply.ok;
  };
  return { act, failed: reason !== null, reason };
}
