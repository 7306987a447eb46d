"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Icon } from "@/components/ui/icon";
import type { Closed, MatrixTalk, MoveRefusal } from "@/domain/matchmaking/labels";
import type { GridCell } from "./grid-parts";
import { useRefusalWords } from "./matrix-words";
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
    const cell = (
      place: Place,
      said: string,
      parts: Pick<GridCell, "kind" | "content" | "why">,
    ): GridCell => ({
      ...{ said, spoken: t("cell.at", { ...place, said }) },
      ...parts,
    });
    const stateOf = (talk: MatrixTalk, partners: string) => {
      const said = t(talk.locked ? "cell.lockedTalk" : "cell.talk", {
        ...{ state: t(`state.${talk.state}`), partners },
      });
      return talk.unwanted ? `${said}, ${t("unwantedLegend")}` : said;
    };
    /** `refusal`: why the selected talk can't come here, where this row is about it. */
    const taken = (place: Place, { talk, partners, initials }: Taken, refusal?: MoveRefusal): GridCell => {
      const isSource = talk.id === selected;
      const reason = refusal && !isSource ? why(refusal) : undefined;
      const said = stateOf(talk, partners);
      const content = (
        <TalkMark talk={talk} isSource={isSource}>
          {initials}
        </TalkMark>
      );
      const kind = isSource ? "source" : "talk";
      const shown = cell(place, said, { kind, content, why: reason });
      if (!reason) return shown;
      return { ...shown, spoken: t("cell.at", { ...place, said: t("cell.taken", { said, reason }) }) };
    };
    const free = (place: Place): GridCell => cell(place, t("cell.free"), { kind: "free", content: null });
    const closed = (place: Place, because: Closed["why"], refusal?: MoveRefusal): GridCell =>
      cell(place, t(`cell.${because}`), {
        kind: "closed",
        content: <span aria-hidden="true">–</span>,
        why: refusal ? why(refusal) : t(`cell.${because}`),
      });
    /** Where a talk was that the draft takes back. */
    const dropped = (place: Place, talk: MatrixTalk, partners: string): GridCell =>
      cell(place, t("cell.talk", { state: t("state.cancelled"), partners }), {
        kind: "free",
        content: <TalkMark talk={talk} />,
      });
    /** A cell that the selected talk could go to, or why it could not. */
    const target = (place: Place, refusal: MoveRefusal | undefined): GridCell => {
      if (!refusal)
        return cell(place, t("cell.legal"), { kind: "legal", content: <Icon name="plus" size="sm" /> });
      const reason = why(refusal);
      return cell(place, t("cell.illegal", { reason }), {
        ...{ kind: "illegal", content: <Icon name="x" size="sm" />, why: reason },
      });
    };
    return { taken, free, closed, target, dropped };
  }, [t, why, selected]);
}
