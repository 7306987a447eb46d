"use client";

import { useTranslations } from "next-intl";
import { BreakoutRound } from "@/components/room/breakout-round";
import { BreakoutSetup } from "@/components/room/breakout-setup";
import { Fold } from "@/components/room/fold";
import { NetworkingSetup } from "@/components/room/networking-setup";
import { Button } from "@/components/ui/button";
import { refusalOf } from "@/realtime/client/ports";
import { useSession } from "@/realtime/hooks/use-room-session";
import type { RoundView } from "@/realtime/room-api";

type Failing = { onFailure: (reason: string | null) => void };
const USED = 5;

/** What a prepared set is called: by its host, else by how it was drawn. */
function useSetName(): (round: RoundView) => string {
  const t = useTranslations("room.breakouts");
  return ({ title, rule }) => title || t(rule);
}

type SetsProps = Failing & {
  drafts: readonly RoundView[];
  /** Those that are over, newest first. */
  used: readonly RoundView[];
  /** A round runs, or is about to: sets can be prepared, and none of them is in front. */
  isRunning: boolean;
};

/** The prepared sets of an event, each to be opened when its time comes, and used ones to be used again. */
export function BreakoutSets({ drafts, used, isRunning, onFailure }: SetsProps) {
  const t = useTranslations("room.breakouts");
  const nameOf = useSetName();
  const [newest] = drafts;
  const isFirst = drafts.length === 0 && !isRunning;
  return (
    <>
      {drafts.map((round) => (
        <Fold
          key={round.id}
          open={round === newest && !isRunning}
          summary={
            <>
              {nameOf(round)} <span className="rm-chip">{t("roomsOf", { count: round.rooms.length })}</span>
            </>
          }
        >
          <BreakoutRound round={round} onFailure={onFailure} />
        </Fold>
      ))}
      {isFirst ? (
        <BreakoutSetup onFailure={onFailure} />
      ) : (
        <Fold summary={t("another")}>
          <BreakoutSetup onFailure={onFailure} />
        </Fold>
      )}
      {isRunning ? null : <NetworkingSetup onFailure={onFailure} />}
      {used.length > 0 ? <UsedSets used={used.slice(0, USED)} onFailure={onFailure} /> : null}
    </>
  );
}

function UsedSets({ used, onFailure }: Failing & { used: readonly RoundView[] }) {
  const t = useTranslations("room.breakouts");
  const session = useSession();
  const nameOf = useSetName();
  const again = async (round: RoundView) =>
    onFailure(refusalOf(await session.act(`rounds/${round.id}`, { action: "copy", title: round.title })));
  return (
    <section className="rm-people" aria-label={t("used")}>
      <h3>{t("used")}</h3>
      <ul>
        {used.map((round) => (
          <li key={round.id} className="rm-person">
            <span className="rm-person__name">
              {nameOf(round)} <small>{t("roomsOf", { count: round.rooms.length })}</small>
            </span>
            <Button
              size="sm"
              aria-label={t("againName", { name: nameOf(round) })}
              onClick={() => void again(round)}
            >
              {t("again")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
