"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useSpeak } from "@/components/ui/live-regions";
import { MoveTo } from "./move-to";
import type { Picked, PlanViewProps } from "./plan-view-props";
import { TakeOut } from "./take-out";
import { useBarSpace } from "./use-bar-space";
import type { Moves } from "./use-moves";
import type { Act } from "./use-plan";

type MoveBarProps = Pick<PlanViewProps, "matrix" | "slots" | "words" | "move"> & {
  moves: Moves | undefined;
  picked: Picked | undefined;
  said: string;
  letGo: () => void;
  act: Act;
};

/** What can be done with the selected talk, by press and by key: move, lock, let go, and apart from these take out. */
export function MoveBar(props: MoveBarProps) {
  const { moves, words } = props;
  const t = useTranslations("plan.desk");
  const speak = useSpeak();
  const open =
    moves?.refusals.filter((refusal, slot) => refusal === undefined && slot !== moves.talk.slot).length ?? 0;
  const where = moves ? t("selected", { names: words.names(moves.talk), open }) : "";
  const people = moves?.talk.people.join() ?? "";
  const told = useRef("");
  // Once for each talk that is picked up: that it was locked is told by that.
  useEffect(() => {
    if (people && told.current !== people) speak(where);
    told.current = people;
  }, [people, where, speak]);
  return moves ? <Deeds {...props} moves={moves} open={open} /> : null;
}

function Deeds(props: MoveBarProps & { moves: Moves; open: number }) {
  const { matrix, moves, words, picked, said, letGo, act, open, slots, move } = props;
  const t = useTranslations("plan.desk");
  const { talk } = moves;
  const isFixed = talk.state === "booked" || talk.state === "held";
  const reasons = talk.reasons.map(({ text }) => text).join(" · ");
  const bar = useFocusFrom(picked);
  useBarSpace(bar, "--plan-bar");
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") letGo();
  };
  return (
    <section ref={bar} className="plan__bar" aria-label={t("barLabel")} tabIndex={-1} onKeyDown={onKeyDown}>
      <p className="plan__barwords">
        <b>{words.names(talk)}</b> <BarWords {...{ moves, open }} />
        {talk.unwanted ? <small>{t("unwanted")}</small> : null}
        {reasons ? <small>{reasons}</small> : null}
        {said ? <small className="plan__said">{said}</small> : null}
      </p>
      {isFixed ? null : <MoveTo {...{ matrix, slots, moves, move, picked }} />}
      {isFixed || talk.slot === null ? null : (
        <Button
          size="sm"
          onClick={() => act("lock", { eventId: matrix.eventId, talkId: talk.id, locked: !talk.locked })}
        >
          {talk.locked ? null : <Icon name="lock" size="sm" />}
          {t(talk.locked ? "unlock" : "lock")}
        </Button>
      )}
      <Button size="sm" variant="quiet" onClick={letGo}>
        {t("letGo")}
      </Button>
      {isFixed || talk.slot === null || talk.locked ? null : (
        <TakeOut
          names={words.names(talk)}
          onTakeOut={() => move(talk, { slot: undefined, row: picked?.row })}
        />
      )}
    </section>
  );
}

/** Why it stays, or how many times are open. */
function BarWords({ moves, open }: { moves: Moves; open: number }) {
  const t = useTranslations("plan.desk");
  const refusals = useTranslations("plan.refusals");
  if (moves.talk.state === "booked" || moves.talk.state === "held") return refusals("bookedTalk");
  return moves.talk.locked ? refusals("lockedTalk") : t("openSlotsFor", { open });
}

/** Takes the focus for a talk that was picked up in a list: the bar is far from its line. */
function useFocusFrom(picked: Picked | undefined) {
  const bar = useRef<HTMLElement>(null);
  const id = picked?.toBar ? picked.id : undefined;
  useEffect(() => {
    if (id !== undefined) bar.current?.focus();
  }, [id]);
  return bar;
}
