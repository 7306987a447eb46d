"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useState } from "react";
import { LiveRegions, useSpeak } from "@/components/ui/live-regions";
import type { MatrixPerson, PlanMatrix } from "@/domain/matchmaking/labels";
import { DraftNotes } from "./draft-notes";
import { LiveView } from "./live-view";
import { found, indexOf, withoutTalk } from "./matrix-index";
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
import { useSpokenDeeds, useUndoWords } from "./spoken-deeds";
import { TableGrid } from "./table-grid";
import { TalkList } from "./talk-list";
import { PlanLegend } from "./talk-mark";
import { TalksInTheWay } from "./talks-in-the-way";
import { useClock } from "./use-clock";
import { useFreshMatrix } from "./use-fresh-matrix";
import { useIsNarrow } from "./use-is-narrow";
import { type Act, type PlanActions, usePlan } from "./use-plan";
import { useSelection } from "./use-selection";
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
  /** Which signals of the desk came before the matrix was read. */
  heard: string;
  startView?: PlanView;
};

/** The organizer's plan of talks, with the place where it is read out what was done with it. */
export function PlanDesk(props: PlanDeskProps) {
  const t = useTranslations("plan.desk");
  return (
    <LiveRegions label={t("spoken")}>
      <Desk {...props} />
    </LiveRegions>
  );
}

/** All views of the plan, and everything that is done with it. */
function Desk({ matrix, actions, now, present, result, path, heard, startView }: PlanDeskProps) {
  const t = useTranslations("plan.desk");
  const [chosen, choose] = useState<PlanView | undefined>(startView);
  const [search, setSearch] = useState("");
  const isNarrow = useIsNarrow();
  const view = chosen ?? (isNarrow ? "list" : "people");
  const index = useMemo(() => indexOf(matrix), [matrix]);
  const slots = useSlotWords(matrix);
  const words = useTalkWords(index);
  const people = useMemo(() => found(matrix.people, search), [matrix.people, search]);
  const clock = useClock(now);
  const known = { matrix, index, slots, words };
  const { last, ...plan } = useSpokenPlan(actions, useSpokenDeeds(known));
  const { act, forget } = plan;
  const { picked, letGo, said, ...selection } = useSelection({ matrix, index, now: clock, act, forget });
  useFreshMatrix({
    ...{ eventId: matrix.eventId, after: heard },
    ...{ isRunning: matrix.run?.state === "running", isLive: view === "live" },
  });
  const undoes = useUndoWords(known);
  const showDay = ({ name }: MatrixPerson) => {
    setSearch(name);
    choose("people");
  };

  const shared: PlanViewProps = { ...known, now: clock, isNarrow, ...selection };
  const views: Record<PlanView, () => ReactNode> = {
    people: () => <PersonGrid {...shared} people={people} />,
    tables: () => <TableGrid {...shared} people={people} />,
    list: () => <TalkList {...shared} people={people} />,
    without: () => <WithoutTalks {...shared} {...{ people, path, showDay }} />,
    live: () => <LiveView {...shared} {...{ present, people }} />,
  };
  return (
    <div className="plan" data-density="compact">
      <PlanHead {...{ matrix, words, result, path, people: matrix.people.length, plan }} />
      <PlanViews
        {...{ view, choose, search, setSearch }}
        {...{ found: people.length, of: matrix.people.length, hasTables: matrix.tables > 0 }}
        without={withoutTalk(matrix.people, index).length}
      />
      {view === "people" || view === "tables" ? (
        <PlanLegend isPicked={selection.moves !== undefined} />
      ) : null}
      <PlanRefusal failure={plan.failure}>
        <TalksInTheWay failure={plan.failure} {...{ matrix, slots, words }} />
      </PlanRefusal>
      {matrix.slots.length === 0 ? <p className="muted">{t("noSlots")}</p> : views[view]()}
      <MoveBar {...shared} {...{ picked, letGo, said, act }} />
      <PublishBar {...{ matrix, plan, last }} {...{ slots, words, undoes }} />
      <DraftNotes {...{ matrix, undoes }} />
      <PlanRules {...{ matrix, act }} />
    </div>
  );
}

/** The deeds of the plan, each of which is read out once it is done and stands on the page until the next one. */
function useSpokenPlan(actions: PlanActions, spoken: ReturnType<typeof useSpokenDeeds>) {
  const plan = usePlan(actions);
  const speak = useSpeak();
  const [last, setLast] = useState("");
  const act: Act = (name, fields, done) => {
    const text = spoken(name, fields);
    plan.act(name, fields, () => {
      done?.();
      if (!text) return;
      setLast(text);
      speak(text);
    });
  };
  return { act, failure: plan.failure, forget: plan.forget, last };
}
