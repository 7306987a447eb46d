"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { BreakoutRound } from "@/components/room/breakout-round";
import { BreakoutSets } from "@/components/room/breakout-sets";
import { ListLoading } from "@/components/room/loading-note";
import { NetworkingCard } from "@/components/room/networking-card";
import { useDocuments } from "@/realtime/hooks/use-room-session";
import type { RoundView } from "@/realtime/room-api";

/** Refusals that a host can do something about. */
const TOLD = [
  ...(["not_live", "nobody_to_distribute", "round_running", "round_over", "offline"] as const),
  ...(["only_two", "there_already", "no_mic", "no_question", "unreadable_file"] as const),
] as const;
const isTold = (reason: string): reason is (typeof TOLD)[number] => TOLD.some((one) => one === reason);
const OVER = new Set<RoundView["state"]>(["closed", "cancelled"]);
/** Rounds that nobody prepared as a set. */
const NOT_PREPARED = new Set<RoundView["rule"]>(["own_choice", "networking", "talk"]);

const byStart = (one: RoundView, other: RoundView) =>
  (one.startsAt ?? "").localeCompare(other.startsAt ?? "");

/** What a host's rounds are, in the order of their panel. */
function sorted(rounds: readonly RoundView[]) {
  const running = rounds.filter(({ rule, state }) => rule !== "talk" && !OVER.has(state));
  const prepared = rounds.filter(({ rule }) => !NOT_PREPARED.has(rule));
  return {
    byAgenda: running.filter(({ rule }) => rule === "own_choice").toSorted(byStart),
    networking: running.filter(({ networking }) => networking !== null).toSorted(byStart),
    current: prepared.filter(({ state }) => state !== "draft" && !OVER.has(state)),
    drafts: prepared.filter(({ state }) => state === "draft"),
    used: prepared.filter(({ state }) => state === "closed"),
  };
}

/** The host's desk for breakouts: prepare, move people, open, extend, call back, visit, answer calls for help. */
export function BreakoutsPanel() {
  const t = useTranslations("room.breakouts");
  const rounds = useDocuments((documents) => documents.rounds);
  const known = useDocuments((documents) => documents.known.has("rounds"));
  const [failure, setFailure] = useState<string | null>(null);
  const { byAgenda, networking, current, drafts, used } = sorted(rounds);
  return (
    <div className="rm-panel__body rm-breakouts">
      {failure ? (
        <p className="rm-problem" role="alert">
          {isTold(failure) ? t(`reasons.${failure}`) : t("failed")}
        </p>
      ) : null}
      {byAgenda.map((round) => (
        <section key={round.id} className="rm-breakouts__agenda" aria-label={t("own_choice")}>
          <BreakoutRound round={round} onFailure={setFailure} />
        </section>
      ))}
      {networking.length > 0 ? <NetworkingCard rounds={networking} onFailure={setFailure} /> : null}
      {current.map((round) => (
        <BreakoutRound key={round.id} round={round} onFailure={setFailure} />
      ))}
      {known ? (
        <BreakoutSets
          drafts={drafts}
          used={used}
          isRunning={current.length > 0 || networking.length > 0}
          onFailure={setFailure}
        />
      ) : (
        <ListLoading />
      )}
    </div>
  );
}
