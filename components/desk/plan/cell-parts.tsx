"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Icon } from "@/components/ui/icon";
import type { MatrixTalk, MoveRefusal } from "@/domain/matchmaking/labels";
import { useRefusalWords } from "./matrix-words";
import type { GridCell } from "./plan-row";
import type { PlanViewProps } from "./plan-view-props";
import { TalkMark } from "./talk-mark";

/** Whose cell it is, and when. */
type Place = { name: string; clock: string };
type Taken = { talk: MatrixTalk; partners: string; initials: string };

/** Cells that rows of people and rows of tables have in common. */
export function useCellParts({ moves }: Pick<PlanViewProps, "moves">) {
  const t = useTranslations("plan.desk");
  const why = useRefusalWords();
  const selected = moves?.talk.id;
  return useMemo(() => {
    const taken = (place: Place, { talk, partners, initials }: Taken): GridCell => {
      const isSource = talk.id === selected;
      const values = { ...place, state: t(`state.${talk.state}`), partners };
      return {
        kind: isSource ? "source" : "talk",
        spoken: talk.locked ? t("cell.lockedTalk", values) : t("cell.talk", values),
        content: (
          <TalkMark talk={talk} isSource={isSource}>
            {initials}
          </TalkMark>
        ),
      };
    };
    const free = (place: Place): GridCell => ({
      kind: "free",
      spoken: t("cell.free", place),
      content: null,
    });
    /** Where a talk was that the draft takes back. */
    const dropped = (place: Place, talk: MatrixTalk, partners: string): GridCell => ({
      kind: "free",
      spoken: t("cell.talk", { ...place, state: t("state.cancelled"), partners }),
      content: <TalkMark talk={talk} />,
    });
    /** A cell that the selected talk could go to, or why it could not. */
    const target = (place: Place, refusal: MoveRefusal | undefined): GridCell => {
      if (!refusal)
        return { kind: "legal", spoken: t("cell.legal", place), content: <Icon name="plus" size="sm" /> };
      const reason = why(refusal);
      const spoken = t("cell.illegal", { ...place, reason });
      return { kind: "illegal", spoken, content: <Icon name="x" size="sm" />, why: reason };
    };
    return { taken, free, target, dropped };
  }, [t, why, selected]);
}
