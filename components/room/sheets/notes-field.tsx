"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef } from "react";
import type * as Y from "yjs";
import { SHEET_LIMITS } from "@/domain/interaction/schema/sheets";
import { NotesBinding } from "@/realtime/client/notes-binding";

type NotesFieldProps = { doc: Y.Doc; isReadOnly: boolean; describedBy: string };

/** The notes as plain text. Undo is our own: the browser's forgets everything whenever somebody else writes. */
export function NotesField({ doc, isReadOnly, describedBy }: NotesFieldProps) {
  const t = useTranslations("room.notes");
  const field = useRef<HTMLTextAreaElement>(null);
  const binding = useRef<NotesBinding>(null);
  useEffect(() => {
    if (!field.current) return;
    const bound = new NotesBinding(doc, field.current);
    binding.current = bound;
    return () => bound.end();
  }, [doc]);
  const undoByKey = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const redoes = key === "y" || (key === "z" && event.shiftKey);
    if (key !== "z" && !redoes) return;
    event.preventDefault();
    if (redoes) binding.current?.redo();
    else binding.current?.undo();
  };
  return (
    <textarea
      ref={field}
      className="input rm-notes__field"
      aria-label={t("label")}
      aria-describedby={describedBy}
      placeholder={t("placeholder")}
      readOnly={isReadOnly}
      maxLength={SHEET_LIMITS.characters}
      spellCheck
      onInput={() => binding.current?.input()}
      onCompositionStart={() => binding.current?.compose(true)}
      onCompositionEnd={() => binding.current?.compose(false)}
      onKeyDown={undoByKey}
    />
  );
}
