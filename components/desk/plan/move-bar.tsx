"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useRefusalWords } from "./matrix-words";
import type { PlanViewProps } from "./plan-view-props";
import type { Moves } from "./use-moves";
import type { Act } from "./use-plan";

type MoveBarProps = PlanViewProps & { said: string; act: Act };

/** What can be done with the selected talk, by press and by key: move, lock, let go. */
export function MoveBar(props: MoveBarProps) {
  const { moves, said, words } = props;
  const t = useTranslations("plan.desk");
  const open =
    moves?.refusals.filter((refusal, slot) => refusal === undefined && slot !== moves.talk.slot).length ?? 0;
  const where = moves ? t("selected", { names: words.names(moves.talk), open }) : "";
  return (
    <>
      {/* Present from the start: what comes into it later is read out. */}
      <p className="visually-hidden" role="status">
        {said || where}
      </p>
      {moves ? <Deeds {...props} moves={moves} open={open} /> : null}
    </>
  );
}

function Deeds({
  matrix,
  moves,
  words,
  select,
  act,
  said,
  open,
  ...rest
}: MoveBarProps & { moves: Moves; open: number }) {
  const t = useTranslations("plan.desk");
  const refusals = useTranslations("plan.refusals");
  const { talk } = moves;
  const isFixed = talk.state === "booked" || talk.state === "held";
  const reasons = talk.reasons.map(({ text }) => text).join(" · ");
  return (
    <section className="plan__bar" aria-label={t("barLabel")}>
      <p className="plan__barwords">
        <b>{words.names(talk)}</b> {isFixed ? refusals("bookedTalk") : t("openSlotsFor", { open })}
        {reasons ? <small>{reasons}</small> : null}
        {said ? <small className="plan__said">{said}</small> : null}
      </p>
      {isFixed ? null : <MoveTo {...rest} {...{ matrix, moves }} />}
      {isFixed || talk.slot === null ? null : (
        <Button
          size="sm"
          aria-pressed={talk.locked}
          onClick={() => act("lock", { eventId: matrix.eventId, talkId: talk.id, locked: !talk.locked })}
        >
          <Icon name="lock" size="sm" />
          {t("lock")}
        </Button>
      )}
      <Button size="sm" variant="quiet" onClick={() => select(undefined)}>
        {t("letGo")}
      </Button>
    </section>
  );
}

type MoveToProps = Pick<PlanViewProps, "matrix" | "slots" | "move"> & { moves: Moves };

/** Chosen to take a talk out of its time without another one. */
const OUT = "out";

/** „Verschieben nach …“: the same as dragging, with the reason beside each time that is not open. */
function MoveTo({ matrix, slots, moves, move }: MoveToProps) {
  const t = useTranslations("plan.desk");
  const why = useRefusalWords();
  const id = useId();
  const [chosen, choose] = useState("");
  const { talk, refusals } = moves;
  const isOpen = (slot: number) => refusals[slot] === undefined && slot !== talk.slot;
  const mayLeave = talk.slot !== null && !talk.locked;
  const isReady = chosen === OUT ? mayLeave : chosen !== "" && isOpen(Number(chosen));
  return (
    <span className="plan__moveto">
      <label htmlFor={id}>{t("moveTo")}</label>
      <select
        id={id}
        className="input input--sm"
        value={chosen}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="">{t("chooseTime")}</option>
        {mayLeave ? <option value={OUT}>{t("takeOut")}</option> : null}
        {matrix.slots.map(({ startsAt }, at) => {
          const { clock = "", day = "" } = slots[at] ?? {};
          const refusal = refusals[at];
          return (
            <option key={startsAt} value={at} disabled={!isOpen(at)}>
              {refusal ? t("notThen", { day, clock, reason: why(refusal) }) : t("then", { day, clock })}
            </option>
          );
        })}
      </select>
      <Button
        size="sm"
        variant="primary"
        aria-disabled={!isReady}
        onClick={() => {
          if (isReady) move(talk, { slot: chosen === OUT ? undefined : Number(chosen) });
        }}
      >
        {t("move")}
      </Button>
    </span>
  );
}
