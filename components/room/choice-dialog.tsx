"use client";

import { ArrowLeftRight, Users } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { RoomDialog } from "@/components/room/room-dialog";
import { useRoomEvent } from "@/components/room/room-event-context";
import { type Choice, useChoices, useChosen } from "@/components/room/use-choices";
import { useRoomLabel } from "@/components/room/use-room-label";
import { Button, type ButtonVariant } from "@/components/ui/button";
import { localeOf } from "@/lib/i18n/locales";
import { momentClockSpan } from "@/lib/time/format";
import { refusalOf } from "@/realtime/client/ports";
import { useSession } from "@/realtime/hooks/use-room-session";
import type { RoundView } from "@/realtime/room-api";

/** Refusals after which somebody can do something. */
const TOLD = ["round_over", "not_in_a_room", "offline"] as const;
const isTold = (reason: string): reason is (typeof TOLD)[number] => TOLD.some((one) => one === reason);

type ChoiceButtonProps = {
  label: string;
  variant?: ButtonVariant;
  /** In the header of a room, where a narrow window has space for a sign only. */
  folds?: boolean;
};

/** Opens „Welche Veranstaltung?“. */
export function ChoiceButton({ label, variant, folds }: ChoiceButtonProps) {
  const t = useTranslations("room.choice");
  const [open, setOpen] = useState(false);
  const ofAgenda = useChoices().some(({ rule }) => rule === "own_choice");
  return (
    <>
      <Button variant={variant} onClick={() => setOpen(true)}>
        {folds ? <ArrowLeftRight className="icon" aria-hidden /> : null}
        <span className={folds ? "rm-fold-text" : undefined}>{label}</span>
      </Button>
      <RoomDialog open={open} onClose={() => setOpen(false)} title={t(ofAgenda ? "question" : "whichRoom")}>
        <Choices onChosen={() => setOpen(false)} />
      </RoomDialog>
    </>
  );
}

function Choices({ onChosen }: { onChosen: () => void }) {
  const t = useTranslations("room.choice");
  const rounds = useChoices();
  const session = useSession();
  const [failure, setFailure] = useState<string | null>(null);
  const choose = async (round: RoundView, roomId: string | null) => {
    const refusal = refusalOf(await session.act(`rounds/${round.id}/choose`, { roomId }));
    setFailure(refusal);
    if (refusal === null) onChosen();
  };
  return (
    <div className="rm-choices">
      {failure ? (
        <p className="rm-problem" role="alert">
          {isTold(failure) ? t(`reasons.${failure}`) : t("failed")}
        </p>
      ) : null}
      {rounds.length === 0 ? <p className="rm-hint">{t("none")}</p> : null}
      {rounds.map((round) => (
        <RoundChoice key={round.id} round={round} onChoose={(roomId) => void choose(round, roomId)} />
      ))}
      <p className="rm-hint">{t("hint")}</p>
    </div>
  );
}

type RoundChoiceProps = { round: RoundView; onChoose: (roomId: string | null) => void };

function RoundChoice({ round, onChoose }: RoundChoiceProps) {
  const t = useTranslations("room.choice");
  const mine = useChosen()(round);
  const span = useSpan();
  const { startsAt, endsAt } = round;
  const when = startsAt && endsAt ? span({ startsAt, endsAt }) : "";
  return (
    <section aria-label={when}>
      <h3 className="rm-row">
        {when} <span className="rm-chip rm-chip--info">{round.state === "open" ? t("open") : t("soon")}</span>
      </h3>
      <ul>
        {round.rooms.map((room) => (
          <ChoiceRow
            key={room.id}
            round={round}
            room={room}
            isMine={room.id === mine?.id}
            onChoose={() => onChoose(room.id)}
          />
        ))}
      </ul>
      {mine ? (
        <Button variant="quiet" block onClick={() => onChoose(null)}>
          {round.state === "open" ? t("back") : t("stay")}
        </Button>
      ) : null}
    </section>
  );
}

type ChoiceRowProps = { round: RoundView; room: Choice; isMine: boolean; onChoose: () => void };

function ChoiceRow({ round, room, isMine, onChoose }: ChoiceRowProps) {
  const t = useTranslations("room.choice");
  const tMode = useTranslations("room.choice.modes");
  const span = useSpan();
  const { session, here: count } = room;
  const label = useRoomLabel()(room);
  const title = session?.title ?? label;
  const isOpen = round.state === "open";
  const times = session && (session.startsAt !== round.startsAt || session.endsAt !== round.endsAt);
  const facts = session
    ? [session.track, tMode(session.mode), times ? span(session) : ""].filter(Boolean).join(" · ")
    : "";
  const action = isOpen ? t("go") : t("take");
  const held = isOpen ? t("isHere") : t("isTaken");
  return (
    <li className="rm-choice" data-mine={isMine}>
      <div>
        <b>{title}</b>
        {facts ? <span>{facts}</span> : null}
        {session && session.speakers.length > 0 ? <span>{session.speakers.join(", ")}</span> : null}
        <span className="rm-choice__count">
          <Users className="icon icon--sm" aria-hidden />
          {isOpen ? t("here", { count }) : t("chosen", { count })}
        </span>
      </div>
      {isMine ? (
        <span className="rm-chip rm-chip--info">{held}</span>
      ) : (
        <Button size="sm" aria-label={t("named", { action, title })} onClick={onChoose}>
          {action}
        </Button>
      )}
    </li>
  );
}

function useSpan() {
  const locale = localeOf(useLocale());
  const { timeZone } = useRoomEvent();
  return ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) =>
    momentClockSpan({ locale, zone: timeZone, startsAt: new Date(startsAt), endsAt: new Date(endsAt) });
}
