"use client";

import { useTranslations } from "next-intl";
import { MessageForm } from "@/components/room/message-form";
import { RoundClock } from "@/components/room/round-clock";
import { Button } from "@/components/ui/button";
import { refusalOf } from "@/realtime/client/ports";
import { useSession } from "@/realtime/hooks/use-room-session";
import type { RoundView } from "@/realtime/room-api";

type NetworkingCardProps = {
  /** All rounds of one speed networking that are not over, in their order. */
  rounds: readonly RoundView[];
  onFailure: (reason: string | null) => void;
};

/** A speed networking as its host sees it: the round that runs or comes next, who talks to whom, and who has a pause. */
export function NetworkingCard({ rounds, onFailure }: NetworkingCardProps) {
  const t = useTranslations("room.networking");
  const session = useSession();
  const [round] = rounds;
  const networking = round?.networking;
  if (!round || !networking) return null;
  const { id: networkingId, position, of, isStopped } = networking;
  const isOpen = round.state === "open";
  const act = async (path: string, body: object) => {
    const reply = await session.act(path, body);
    onFailure(refusalOf(reply));
    return reply.ok;
  };
  const ofRound = `rounds/${round.id}`;
  return (
    <section className="rm-breakouts__agenda" aria-label={t("title")} data-testid="networking">
      <h3>{t("title")}</h3>
      <p className="rm-row">
        <span className="rm-chip rm-chip--info">
          {isOpen ? t("round", { position, of }) : t("next", { position, of })}
        </span>
        <RoundClock round={round} />
      </p>
      <div className="rm-actions">
        {isOpen ? (
          <>
            <Button onClick={() => void act(ofRound, { action: "extend", seconds: 60 })}>
              {t("extend")}
            </Button>
            <Button onClick={() => void act(ofRound, { action: "recall", seconds: 30 })}>
              {t("endSoon")}
            </Button>
          </>
        ) : (
          <Button onClick={() => void act("networkings", { action: "next", networkingId })}>
            {t("startNext")}
          </Button>
        )}
        {isStopped ? null : (
          <Button variant="quiet" onClick={() => void act("networkings", { action: "stop", networkingId })}>
            {t("stop")}
          </Button>
        )}
      </div>
      {isOpen ? <MessageForm onSend={(text) => act(ofRound, { action: "message", text })} /> : null}
      <Pairs round={round} />
      <p className="rm-hint">{t("hint")}</p>
    </section>
  );
}

function Pairs({ round }: { round: RoundView }) {
  const t = useTranslations("room.networking");
  if (round.rooms.length === 0) return <p className="rm-note">{t("notPlanned")}</p>;
  const names = round.unassigned.map(({ name }) => name).join(", ");
  return (
    <>
      <ul className="rm-pairs" aria-label={t("pairs")}>
        {round.rooms.map((room) => (
          <li key={room.id}>{room.people.map(({ name }) => name).join(" – ")}</li>
        ))}
      </ul>
      {names ? <p className="rm-hint">{t("pausing", { names })}</p> : null}
    </>
  );
}
