"use client";

import { LifeBuoy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { BreakoutRoomActions } from "@/components/room/breakout-room-actions";
import { useDragged } from "@/components/room/dragged-person";
import { MoveMenu } from "@/components/room/move-menu";
import { useRoomLabel } from "@/components/room/use-room-label";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { isChosen } from "@/domain/rooms/rules";
import { useSession } from "@/realtime/hooks/use-room-session";
import type { RoundView } from "@/realtime/room-api";

type Room = RoundView["rooms"][number];
type Person = Room["people"][number];
type BreakoutRoomProps = { round: RoundView; room: Room; onFailure: (reason: string | null) => void };

/** One breakout with its people; a call for help makes it red until somebody is on the way. People can be dropped on it. */
export function BreakoutRoom({ round, room, onFailure }: BreakoutRoomProps) {
  const t = useTranslations("room.breakouts");
  const label = useRoomLabel()(room);
  const { dropOn } = useDragged(round);
  const [isOver, setOver] = useState(false);
  const present = room.people.filter((person) => person.arrived).length;
  const calling = room.people.find((person) => person.helpAskedAt !== null);
  const isAhead = round.state === "draft" || round.state === "announced";
  const count = t("count", { present, total: room.people.length });
  return (
    <section
      className={classNames(
        "rm-breakout",
        calling && !calling.helpOnTheWay && "rm-breakout--help",
        isOver && "rm-breakout--over",
      )}
      aria-label={label}
      data-room-id={room.id}
      {...dropOn(room.id, setOver)}
    >
      <h3>
        {label} <span className="rm-chip">{isAhead ? room.people.length : count}</span>
      </h3>
      {calling ? <HelpCall person={calling} /> : null}
      {room.people.length === 1 && !isChosen(round.rule) ? (
        <p className="rm-hint">{t(round.state === "draft" ? "alone" : "isAlone")}</p>
      ) : null}
      <ul>
        {room.people.map((person) => (
          <PersonInRoom key={person.admissionId} round={round} room={room} person={person} />
        ))}
      </ul>
      <BreakoutRoomActions round={round} room={room} label={label} onFailure={onFailure} />
    </section>
  );
}

/** A name to be dragged into another room; the menu beside it does the same without dragging. */
function PersonInRoom({ round, room, person }: { round: RoundView; room: Room; person: Person }) {
  const t = useTranslations("room.breakouts");
  const { drag } = useDragged(round);
  return (
    <li className="rm-person" data-arrived={person.arrived} {...drag(person.admissionId)}>
      <Avatar name={person.name} seed={person.admissionId} size="xs" />
      <span className="rm-person__name">
        {person.name}
        {round.state === "open" && !person.arrived ? (
          <small>{person.waits ? t("waits") : t("absent")}</small>
        ) : null}
      </span>
      <MoveMenu round={round} person={person} from={room.id} />
    </li>
  );
}

function HelpCall({ person }: { person: Person }) {
  const t = useTranslations("room.breakouts");
  const session = useSession();
  return (
    <p className="rm-help" role="alert">
      <LifeBuoy className="icon" aria-hidden />
      <span>
        <b>{person.helpOnTheWay ? t("helpAnswered") : t("help")}</b> · {person.name}
      </span>
      {person.helpOnTheWay ? null : (
        <Button
          size="sm"
          variant="danger"
          onClick={() => void session.act("help", { action: "on_the_way", admissionId: person.admissionId })}
        >
          {t("onTheWay")}
        </Button>
      )}
    </p>
  );
}
