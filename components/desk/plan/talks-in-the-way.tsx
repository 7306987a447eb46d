"use client";

import { useTranslations } from "next-intl";
import type { PlanMatrix } from "@/domain/matchmaking/labels";
import type { Failure } from "@/lib/result";
import type { SlotWords, TalkWords } from "./matrix-words";

type InTheWayProps = {
  failure: Failure | undefined;
  matrix: PlanMatrix;
  slots: readonly SlotWords[];
  words: TalkWords;
};

/** Which talks a refusal means, as far as they stand in the matrix that its reader has before them: between whom, and when. */
export function TalksInTheWay({ failure, matrix, slots, words }: InTheWayProps) {
  const t = useTranslations("plan.desk");
  const ids = failure?.details?.talks;
  const talks = Array.isArray(ids) ? matrix.talks.filter(({ id }) => ids.includes(id)) : [];
  if (talks.length === 0) return null;
  const whenOf = (slot: number | null) => {
    const at = slot === null ? undefined : slots[slot];
    return at ? t("then", { day: at.day, clock: at.clock }) : t("withoutTime");
  };
  return (
    <ul>
      {talks
        .toSorted((a, b) => (a.slot ?? matrix.slots.length) - (b.slot ?? matrix.slots.length))
        .map((talk) => (
          <li key={talk.id}>
            <b>{words.names(talk)}</b>, {whenOf(talk.slot)}
          </li>
        ))}
    </ul>
  );
}
