"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { useRefusalWords } from "./matrix-words";
import type { Picked, PlanViewProps } from "./plan-view-props";
import type { Moves } from "./use-moves";

type MoveToProps = Pick<PlanViewProps, "matrix" | "slots" | "move"> & {
  moves: Moves;
  picked: Picked | undefined;
};

/** „Verschieben nach …“: the same as dragging, with the reason beside each time that is not open. */
export function MoveTo({ matrix, slots, moves, move, picked }: MoveToProps) {
  const t = useTranslations("plan.desk");
  const why = useRefusalWords();
  const id = useId();
  const [chosen, choose] = useState("");
  const { talk, refusals } = moves;
  const isOpen = (slot: number) => refusals[slot] === undefined && slot !== talk.slot;
  const isReady = chosen !== "" && isOpen(Number(chosen));
  const labelOf = (at: number) => {
    const { clock = "", day = "" } = slots[at] ?? {};
    const refusal = refusals[at];
    if (at === talk.slot) return t("thenNow", { day, clock });
    return refusal ? t("notThen", { day, clock, reason: why(refusal) }) : t("then", { day, clock });
  };
  return (
    <span className="plan__moveto">
      <label htmlFor={id}>{t("moveTo")}</label>
      <select
        id={id}
        className="input input--sm"
        value={chosen}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="">{t("chooseTime")}</option>
        {matrix.slots.map(({ startsAt }, at) => (
          <option key={startsAt} value={at} disabled={!isOpen(at)}>
            {labelOf(at)}
          </option>
        ))}
      </select>
      <Button
        size="sm"
        variant="primary"
        aria-disabled={!isReady}
        onClick={() => {
          if (isReady) move(talk, { slot: Number(chosen), row: picked?.row });
        }}
      >
        {t("move")}
      </Button>
    </span>
  );
}
