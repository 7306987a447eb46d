"use client";

import { useTranslations } from "next-intl";
import { useCallback, useMemo, useState } from "react";
import type { PlanMatrix } from "@/domain/matchmaking/labels";
import { LiveView } from "./live-view";
import { found, indexOf, type MatrixIndex, withoutTalk } from "./matrix-index";
import { useSlotWords, useTalkWords } from "./matrix-words";
import { MoveBar } from "./move-bar";
import { PersonGrid } from "./person-grid";
import { PlanHead } from "./plan-head";
import { PlanRefusal } from "./plan-refusal";
import { PlanRules } from "./plan-rules";
import type { PlanViewProps } from "./plan-view-props";
import { PlanViews } from "./plan-views";
import { PublishBar } from "./publish-bar";
import type { RunFigures } from "./run-result";
import { TableGrid } from "./table-grid";
import { TalkList } from "./talk-list";
import { PlanLegend } from "./talk-mark";
import { useFreshMatrix } from "./use-fresh-matrix";
import { useIsNarrow } from "./use-is-narrow";
import { useMoves } from "./use-moves";
import { type Act, type PlanActions, usePlan } from "./use-plan";
import type { PlanView } from "./views";
import { WithoutTalks } from "./without-talks";
import "./plan.css";

type PlanDeskProps = {
  matrix: PlanMatrix;
  actions: PlanActions;
  /** The moment the page was made: what runs, waits and is over. */
  now: string;
  /** Who is in the event's room; undefined where nobody looked. */
  present: readonly string[] | undefined;
  /** What the last run means for people; undefined while there is none that is over. */
  result: RunFigures | undefined;
  /** Of this page, without language prefix. */
  path: string;
  startView?: PlanView;
};

/** The organizer's plan of talks: all views of it, and everything that is done with it. */
export function PlanDesk({ matrix, actions, now, present, result, path, startView }: PlanDeskProps) {
  const t = useTranslations("plan.desk");
  const [chosen, choose] = useState<PlanView | undefined>(startView);
  const [search, setSearch] = useState("");
  const isNarrow = useIsNarrow();
  const view = chosen ?? (isNarrow ? "list" : "people");
  const index = useMemo(() => indexOf(matrix), [matrix]);
  const slots = useSlotWords(matrix);
  const words = useTalkWords(index);
  const people = useMemo(() => found(matrix.people, search), [matrix.people, search]);
  const plan = usePlan(actions);
  const selection = useSelection({ matrix, index, act: plan.act, forget: plan.forget });
  useFreshMatrix({ isRunning: matrix.run?.state === "running", isLive: view === "live" });

  const shared: PlanViewProps = { matrix, index, slots, words, ...selection };
  const views: Record<PlanView, () => React.ReactNode> = {
    people: () => <PersonGrid {...shared} people={people} />,
    tables: () => <TableGrid {...shared} people={people} />,
    list: () => <TalkList {...shared} people={people} />,
    without: () => <WithoutTalks {...shared} people={people} />,
    live: () => <LiveView {...shared} {...{ now, present, people }} />,
  };
  return (
    <div className="plan" data-density="compact">
      <PlanHead {...{ matrix, words, result, path, people: matrix.people.length }} plan={plan} />
      <PlanViews
        {...{ view, choose, search, setSearch }}
        without={withoutTalk(matrix.people, index).length}
        hasTables={matrix.tables > 0}
      />
      {view === "people" || view === "tables" ? <PlanLegend /> : null}
      <PlanRefusal failure={plan.failure} />
      {matrix.slots.length === 0 ? <p className="muted">{t("noSlots")}</p> : views[view]()}
      <MoveBar {...shared} said={selection.said} act={plan.act} />
      <PlanRules matrix={matrix} act={plan.act} />
      <PublishBar {...{ matrix, plan }} />
    </div>
  );
}

type SelectionParts = { matrix: PlanMatrix; index: MatrixIndex; act: Act; forget: () => void };

/** Which talk is in hand, and what becomes of it. */
function useSelection({ matrix, index, act, forget }: SelectionParts) {
  const [selected, setSelected] = useState<string>();
  const [said, say] = useState("");
  const moves = useMoves(matrix, index, selected);
  const select = useCallback(
    (talkId: string | undefined) => {
      setSelected(talkId);
      say("");
      forget();
    },
    [forget],
  );
  const move: PlanViewProps["move"] = useCallback(
    (talk, { slot, table }) =>
      act("move", { eventId: matrix.eventId, talkId: talk.id, slot, table }, () => setSelected(undefined)),
    [act, matrix.eventId],
  );
  return { moves, select, move, say, said };
}
