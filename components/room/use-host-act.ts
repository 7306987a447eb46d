"use client";

import { useState } from "react";
import { useSession } from "@/realtime/hooks/use-room-session";

/** A host's click: sends it, and says whether the last one failed. */
export function useHostAct(path: string): {
  act: (body: object) => Promise<boolean>;
  failed: boolean;
} {
  const session = useSession();
  const [failed, setFailed] = useState(false);
  const act = async (body: object) => {
    const { ok } = await session.act(path, body);
    setFailed(!ok);
    return ok;
  };
  return { act, failed };
}
