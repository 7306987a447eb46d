"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useState } from "react";
import { type Draft, useChatDraft } from "@/components/room/chat/draft-context";
import { candidatesFor, mentionAt, type Named } from "@/components/room/chat/mentions";
import { useSpeak } from "@/components/ui/live-regions";
import { useMyId } from "@/realtime/hooks/use-place";
import { useDocuments } from "@/realtime/hooks/use-room-session";

type Typing = { query: string; from: number };

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** The draft with the whole name of somebody in place of its beginning. */
function withPicked(draft: Draft, { query, from }: Typing, person: Named): Draft {
  const rest = draft.text.slice(from + query.length + 1).replace(/^ /, "");
  const others = draft.picked.filter(({ admissionId }) => admissionId !== person.admissionId);
  return {
    ...draft,
    text: `${draft.text.slice(0, from)}@${person.name} ${rest}`,
    picked: [...others, { admissionId: person.admissionId, name: person.name }],
  };
}

/** People offered while a name is typed behind an @: arrows choose, Enter or Tab takes, Esc goes back to writing. */
export function useMentions() {
  const t = useTranslations("room.chat");
  const speak = useSpeak();
  const id = useId();
  const me = useMyId();
  const people = useDocuments((documents) => documents.people);
  const [, setDraft] = useChatDraft();
  const [typing, setTyping] = useState<Typing | null>(null);
  const [active, setActive] = useState(0);
  const others = people.filter(({ admissionId }) => admissionId !== me);
  const found = typing ? candidatesFor(typing.query, others) : [];
  const open = found.length > 0;
  const optionId = (index: number) => `${id}-${index}`;
  const typed = ({ value, selectionStart }: { value: string; selectionStart: number }) => {
    const next = mentionAt(value, selectionStart);
    setTyping(next);
    setActive(0);
    const count = next ? candidatesFor(next.query, others).length : 0;
    if (count > 0) speak(t("mentionsFound", { count }));
  };
  const pick = (person: Named) => {
    if (typing) setDraft((draft) => withPicked(draft, typing, person));
    setTyping(null);
  };
  const pressed = (event: KeyboardEvent): boolean => {
    if (!open || event.nativeEvent.isComposing) return false;
    const step = STEPS[event.key];
    const isPicking = event.key === "Enter" || event.key === "Tab";
    if (step === undefined && !isPicking && event.key !== "Escape") return false;
    // For the list, so it neither sends nor closes the panel.
    event.preventDefault();
    event.stopPropagation();
    if (step !== undefined) setActive((active + step + found.length) % found.length);
    else if (isPicking && found[active]) pick(found[active]);
    else setTyping(null);
    return true;
  };
  const field = {
    "aria-autocomplete": "list",
    "aria-haspopup": "listbox",
    "aria-controls": open ? id : undefined,
    "aria-activedescendant": open ? optionId(active) : undefined,
    onBlur: () => setTyping(null),
  } as const;
  return { id, found: open ? found : [], active, optionId, pick, pressed, typed, field };
}

export type Mentions = ReturnType<typeof useMentions>;
