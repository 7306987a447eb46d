"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { PlanDifference, PlanDraft } from "@/domain/matchmaking/labels";
import type { SlotWords, TalkWords } from "./matrix-words";

/** „6 neu · 5 verschoben · 3 entfallen“. */
export function DraftCounts({ draft: { added, moved, removed } }: { draft: PlanDraft }) {
  const t = useTranslations("plan.desk.counts");
  return (
    <p className="row gap-2 plan__counts">
      {added > 0 ? <Badge tone="success">{t("added", { count: added })}</Badge> : null}
      {moved > 0 ? <Badge tone="primary">{t("moved", { count: moved })}</Badge> : null}
      {removed > 0 ? <Badge tone="danger">{t("removed", { count: removed })}</Badge> : null}
    </p>
  );
}

type DifferencesProps = {
  differences: readonly PlanDifference[];
  slots: readonly SlotWords[];
  words: TalkWords;
};

/** What people know and will be told anew: from when to when, or that it falls away. */
export function Differences({ differences, slots, words }: DifferencesProps) {
  const t = useTranslations("plan.desk");
  if (differences.length === 0) return null;
  const whenOf = (slot: number | null) => {
    const at = slot === null ? undefined : slots[slot];
    return at ? t("then", { day: at.day, clock: at.clock }) : t("withoutTime");
  };
  return (
    <details className="fold">
      <summary>{t("seeDifferences", { count: differences.length })}</summary>
      <ul className="pwishes plan__differences">
        {differences.map(({ what, people, from, to }) => (
          <li key={people.join()} className="pline">
            <span className="pline__who">
              <b>{people.map(words.nameOf).join(" × ")}</b>
            </span>
            <span className="pline__why">
              {what === "move"
                ? t("movedFromTo", { from: whenOf(from), to: whenOf(to) })
                : t("removedFrom", { from: whenOf(from) })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
