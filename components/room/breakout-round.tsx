"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { BreakoutRoom } from "@/components/room/breakout-room";
import { useDragged } from "@/components/room/dragged-person";
import { MoveMenu } from "@/components/room/move-menu";
import { RoundClock } from "@/components/room/round-clock";
import { RoundControls } from "@/components/room/round-controls";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { isChosen } from "@/domain/rooms/rules";
import { refusalOf } from "@/realtime/client/ports";
import { useSession } from "@/realtime/hooks/use-room-session";
import type { RoundView } from "@/realtime/room-api";

type RoundProps = { round: RoundView; onFailure: (reason: string | null) => void };

/** One round with its controls, its rooms, and who has none. */
export function BreakoutRound({ round, onFailure }: RoundProps) {
  const t = useTranslations("room.breakouts");
  const ofAgenda = round.rule === "own_choice";
  const isEmpty = round.state === "draft" && round.rooms.length === 0;
  return (
    <>
      {ofAgenda ? <h3>{t("own_choice")}</h3> : null}
      <p className="rm-row">
        <span className="rm-chip rm-chip--info">
          {ofAgenda && round.state === "announced" ? t("byAgenda") : t(`state_${round.state}`)}
        </span>
        <RoundClock round={round} />
      </p>
      <RoundControls round={round} onFailure={onFailure} />
      {isEmpty ? <p className="rm-note">{t("noRooms", { count: round.unassigned.length })}</p> : null}
      <Unassigned round={round} />
      {round.rooms.map((room) => (
        <BreakoutRoom key={room.id} round={round} room={room} onFailure={onFailure} />
      ))}
      {round.state === "draft" ? <AddRoom round={round} onFailure={onFailure} /> : null}
      {isEmpty ? null : <Hint round={round} />}
    </>
  );
}

function Hint({ round: { rule } }: { round: RoundView }) {
  const t = useTranslations("room.breakouts");
  if (rule === "free_choice") return <p className="rm-hint">{t("freeChoiceHint")}</p>;
  return <p className="rm-hint">{rule === "own_choice" ? t("choiceHint") : t("hint")}</p>;
}

function Unassigned({ round }: { round: RoundView }) {
  const t = useTranslations("room.breakouts");
  const { drag, dropOn } = useDragged(round);
  const [isOver, setOver] = useState(false);
  const count = round.unassigned.length;
  if (count === 0) return null;
  const left = isChosen(round.rule) ? t("undecided", { count }) : t("unassigned", { count });
  return (
    <section
      className={classNames("rm-people", isOver && "rm-breakout--over")}
      aria-label={left}
      {...dropOn(null, setOver)}
    >
      <h3>{left}</h3>
      <ul>
        {round.unassigned.map((person) => (
          <li key={person.admissionId} className="rm-person" {...drag(person.admissionId)}>
            <span className="rm-person__name">{person.name}</span>
            <MoveMenu round={round} person={person} from={null} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function AddRoom({ round, onFailure }: RoundProps) {
  const t = useTranslations("room.breakouts");
  const session = useSession();
  const add = async () => {
    const change = { what: "add", label: String(round.rooms.length + 1) };
    onFailure(refusalOf(await session.act(`rounds/${round.id}`, { action: "rooms", change })));
  };
  return (
    <Button size="sm" variant="quiet" onClick={() => void add()}>
      {t("addRoom")}
    </Button>
  );
}
