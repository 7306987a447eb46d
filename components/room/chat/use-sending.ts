"use client";

import { useState } from "react";
import { type Addressee, type Draft, emptyDraft, useChatDraft } from "@/components/room/chat/draft-context";
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

/** The draft as it goes out. With the key of words that are still on their way, others would count as those, and be lost. */
export const outgoing = (draft: Draft): Draft => ({
  ...{ ...draft, sent: draft.text },
  clientKey: draft.sent === null || draft.sent === draft.text ? draft.clientKey : crypto.randomUUID(),
});

/** The draft once the server has what went out; what was typed meanwhile belongs to the next message. */
export function afterSending(now: Draft, out: Draft): Draft {
  if (now.clientKey !== out.clientKey) return now;
  const empty = emptyDraft(now.to);
  if (now.text === out.text) return empty;
  return {
    ...{ ...empty, text: now.text, picked: now.picked },
    reply: now.reply === out.reply ? null : now.reply,
  };
}

/** Sends the draft; what was refused or reached nobody stays in the field with its key. */
export function useSending(reach: Reach) {
  const roomId = useTarget()?.room.id;
  const act = useChatAct();
  const [draft, setDraft] = useChatDraft();
  const [problem, setProblem] = useState<ChatProblem | null>(null);
  const to = addresseeOf(draft.to, reach);
  const send = async () => {
    if (draft.text.trim() === "" || !roomId) return;
    const out = outgoing(draft);
    setDraft((now) => ({ ...now, clientKey: out.clientKey, sent: out.sent }));
    const { text, reply, picked, clientKey } = out;
    const scope = typeof to === "object" ? "private" : to;
    const found = await act("chat", {
      ...{ roomId, scope, clientKey, text: withIds(text.trim(), picked), replyToId: reply?.id ?? null },
      toAdmissionId: typeof to === "object" ? to.admissionId : null,
    });
    setProblem(found);
    if (found === null) setDraft((now) => afterSending(now, out));
  };
  return { problem, send, to };
}
