"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { BreakoutRoom } from "@/components/room/breakout-room";
import { BreakoutSetup } from "@/components/room/breakout-setup";
import { ListLoading } from "@/components/room/loading-note";
import { MoveMenu } from "@/components/room/move-menu";
import { RoundClock } from "@/components/room/round-clock";
import { RoundControls } from "@/components/room/round-controls";
import { useDocuments } from "@/realtime/hooks/use-room-session";
import type { RoundView } from "@/realtime/room-api";

/** Refusals that a host can do something about. */
const TOLD = ["not_live", "nobody_to_distribute", "round_running", "round_over", "offline"] as const;
const isTold = (reason: string): reason is (typeof TOLD)[number] => TOLD.some((one) => one === reason);
const OVER = new Set(["closed", "cancelled"]);

/** The host's desk for breakouts: prepare, move people, open, extend, call back, visit, answer calls for help. */
export function BreakoutsPanel() {
  const t = useTranslations("room.breakouts");
  const rounds = useDocuments((documents) => documents.rounds);
  const running = rounds.filter((round) => round.rule !== "talk" && !OVER.has(round.state));
  const current = running.filter(({ rule }) => rule !== "own_choice").at(-1);
  const byAgenda = running
    .filter(({ rule }) => rule === "own_choice")
    .toSorted((one, other) => (one.startsAt ?? "").localeCompare(other.startsAt ?? ""));
  const known = useDocuments((documents) => documents.known.has("rounds"));
  const [failure, setFailure] = useState<string | null>(null);
  return (
    <div className="rm-panel__body rm-breakouts">
      {failure ? (
        <p className="rm-problem" role="alert">
          {isTold(failure) ? t(`reasons.${failure}`) : t("failed")}
        </p>
      ) : null}
      {byAgenda.map((round) => (
        <section key={round.id} className="rm-breakouts__agenda" aria-label={t("own_choice")}>
          <Round round={round} onFailure={setFailure} />
        </section>
      ))}
      {current ? <Round round={current} onFailure={setFailure} /> : null}
      {known ? null : <ListLoading />}
      {known && !current ? <BreakoutSetup onFailure={setFailure} /> : null}
    </div>
  );
}

function Round({ round, onFailure }: { round: RoundView; onFailure: (reason: string | null) => void }) {
  const t = useTranslations("room.breakouts");
  const ownChoice = round.rule === "own_choice";
  const count = round.unassigned.length;
  const isEmpty = round.state === "draft" && round.rooms.length === 0;
  const left = ownChoice ? t("undecided", { count }) : t("unassigned", { count });
  return (
    <>
      {ownChoice ? <h3>{t("own_choice")}</h3> : null}
      <p className="rm-row">
        <span className="rm-chip rm-chip--info">
          {ownChoice && round.state === "announced" ? t("byAgenda") : t(`state_${round.state}`)}
        </span>
        <RoundClock round={round} />
      </p>
      <RoundControls round={round} onFailure={onFailure} />
      {isEmpty ? <p className="rm-note">{t("noRooms", { count })}</p> : null}
      {round.unassigned.length > 0 ? (
        <section className="rm-people" aria-label={left}>
          <h3>{left}</h3>
          <ul>
            {round.unassigned.map((person) => (
              <li key={person.admissionId} className="rm-person">
                <span className="rm-person__name">{person.name}</span>
                <MoveMenu round={round} person={person} from={null} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {round.rooms.map((room) => (
        <BreakoutRoom key={room.id} round={round} room={room} />
      ))}
      {isEmpty ? null : <p className="rm-hint">{ownChoice ? t("choiceHint") : t("hint")}</p>}
    </>
  );
}
