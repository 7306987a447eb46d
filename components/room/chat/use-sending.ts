"use client";

import { useState } from "react";
import { type Addressee, emptyDraft, useChatDraft } from "@/components/room/chat/draft-context";
import { withIds } from "@/components/room/chat/mentions";
import { type ChatProblem, useChatAct } from "@/components/room/chat/use-chat-act";
import type { Reach } from "@/components/room/chat/use-reach";
import { useTarget } from "@/realtime/hooks/use-place";

/** Where the draft goes now: what was chosen, as long as that can be reached. Nothing said to one turns to all by itself. */
export function addresseeOf(to: Addressee, reach: Reach): Addressee {
  if (typeof to === "object") return to;
  if (reach[to]) return to;
  if (reach.room) return "room";
  return reach.hosts ? "hosts" : (reach.people[0] ?? "hosts");
}

/** Sends the draft; what was refused or reached nobody stays in the field with its key. */
export function useSending(reach: Reach) {
  const roomId = useTarget()?.room.id;
  const act = useChatAct();
  const [draft, setDraft] = useChatDraft();
  const [problem, setProblem] = useState<ChatProblem | null>(null);
  const to = addresseeOf(draft.to, reach);
  const send = async () => {
    const { text, reply, picked, clientKey } = draft;
    if (text.trim() === "" || !roomId) return;
    const scope = typeof to === "object" ? "private" : to;
    const found = await act("chat", {
      ...{ roomId, scope, clientKey, text: withIds(text.trim(), picked), replyToId: reply?.id ?? null },
      toAdmissionId: typeof to === "object" ? to.admissionId : null,
    });
    setProblem(found);
    // What was typed while the answer was on its way belongs to the next message.
    if (found === null)
      setDraft((now) => ({ ...emptyDraft(now.to), text: now.text === text ? "" : now.text }));
  };
  return { problem, send, to };
}
