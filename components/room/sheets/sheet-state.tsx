"use client";

import { useTranslations } from "next-intl";
import { ListLoading } from "@/components/room/loading-note";
import { Button } from "@/components/ui/button";
import type { useSheet } from "@/realtime/hooks/use-sheet";

const REASONS = ["frozen", "only_watching", "not_in_room", "sheet_full"] as const;

type Sheet = { sheet: ReturnType<typeof useSheet> };

/** Whether what was written is at the server. Not spoken: it changes with every pause. */
export function SheetState({ sheet: { isKnown, mayWrite, isUnsaved } }: Sheet) {
  const t = useTranslations("room.notes");
  if (!isKnown) return <ListLoading />;
  if (!mayWrite) return <p className="rm-hint">{t("readOnly")}</p>;
  return (
    <p className="rm-hint" data-testid="sheet-state" data-saved={!isUnsaved}>
      {isUnsaved ? t("saving") : t("saved")}
    </p>
  );
}

/** Why what was written is not there for the others. */
export function SheetFailure({ sheet: { isOffline, refusal, dismiss } }: Sheet) {
  const t = useTranslations("room.notes");
  if (refusal !== null) {
    const known = REASONS.find((one) => one === refusal);
    return (
      <div className="rm-problem" role="alert">
        <p>{known ? t(`reasons.${known}`) : t("refused")}</p>
        <Button size="sm" onClick={dismiss}>
          {t("dismiss")}
        </Button>
      </div>
    );
  }
  if (!isOffline) return null;
  return (
    <p className="rm-problem" role="alert">
      {t("offline")}
    </p>
  );
}
