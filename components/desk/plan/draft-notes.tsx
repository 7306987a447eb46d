"use client";

import { useTranslations } from "next-intl";
import type { PlanMatrix } from "@/domain/matchmaking/labels";
import { DraftCounts } from "./draft-differences";

/** Names the text that says what undoing comes to: its button stands in the bar. */
export const UNDOES_ID = "plan-undoes";

/** What is to be known of a draft and of what is published; below the bar, which has room for what is done alone. */
export function DraftNotes({ matrix, undoes }: { matrix: PlanMatrix; undoes: string | undefined }) {
  const t = useTranslations("plan.desk");
  const { version, draft } = matrix;
  if (!draft) return version === null ? null : <Note text={t("publishedFinal", { version })} />;
  const steps = draft.undo?.steps ?? 0;
  return (
    <div className="stack gap-1">
      <DraftCounts draft={draft} />
      <Note text={version === null ? t("draftFirst") : t("draftSince", { version })} />
      <p id={UNDOES_ID} className="small muted">
        {undoes ? t("undoes", { what: undoes, steps }) : t("undoesNothing")}
      </p>
    </div>
  );
}

const Note = ({ text }: { text: string }) => <p className="small muted">{text}</p>;
