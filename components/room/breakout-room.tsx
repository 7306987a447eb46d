"use client";

import { LifeBuoy } from "lucide-react";
import { useTranslations } from "next-intl";
import { MoveMenu } from "@/components/room/move-menu";
import { useRoomLabel } from "@/components/room/use-room-label";
import { useVisit } from "@/components/room/use-visit";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { useSession } from "@/realtime/hooks/use-room-session";
import type { RoundView } from "@/realtime/room-api";

type Room = RoundView["rooms"][number];
type Person = Room["people"][number];

/** One breakout with its people; a call for help makes it red until somebody is on the way. */
export function BreakoutRoom({ round, room }: { round: RoundView; room: Room }) {
  const t = useTranslations("room.breakouts");
  const visit = useVisit();
  const label = useRoomLabel()(room);
  const present = room.people.filter((person) => person.arrived).length;
  const calling = room.people.find((person) => person.helpAskedAt !== null);
  const isAhead = round.state === "draft" || round.state === "announced";
  const isOwnChoice = round.rule === "own_choice";
  const count = t("count", { present, total: room.people.length });
  return (
    <section
      className={classNames("rm-breakout", calling && !calling.helpOnTheWay && "rm-breakout--help")}
      aria-label={label}
      data-room-id={room.id}
    >
      <h3>
        {label} <span className="rm-chip">{isAhead ? room.people.length : count}</span>
      </h3>
      {calling ? <HelpCall person={calling} /> : null}
      {room.people.length === 1 && !isOwnChoice ? (
        <p className="rm-hint">{t(round.state === "draft" ? "alone" : "isAlone")}</p>
      ) : null}
      <ul>
        {room.people.map((person) => (
          <li key={person.admissionId} className="rm-person" data-arrived={person.arrived}>
            <Avatar name={person.name} seed={person.admissionId} size="xs" />
            <span className="rm-person__name">
              {person.name}
              {round.state === "open" && !person.arrived ? (
                <small>{person.waits ? t("waits") : t("absent")}</small>
              ) : null}
            </span>
            <MoveMenu round={round} person={person} from={room.id} />
          </li>
        ))}
      </ul>
      {round.state === "open" ? (
        <Button size="sm" aria-label={t("visitName", { room: label })} onClick={() => void visit(room.id)}>
          {t("visit")}
        </Button>
      ) : null}
    </section>
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
