"use client";

import { Timer } from "lucide-react";
import { useTranslations } from "next-intl";
import { useStage } from "@/components/room/use-stage";
import { useServerNow } from "@/realtime/hooks/use-server-now";
import type { StageTimer } from "@/realtime/stage-api";
import { clockText } from "@/realtime/timing";

const WARNS_MS = 60_000;

/** Milliseconds left of the hosts' timer. */
export const leftOf = ({ endsAt, heldSeconds }: StageTimer, now: number): number =>
  heldSeconds !== null ? heldSeconds * 1000 : Math.max(0, Date.parse(endsAt ?? "") - now) || 0;

/** The hosts' timer as everybody sees it. Colour and text change together. */
export function HostTimer() {
  const timer = useStage()?.timer ?? null;
  return timer ? <Running timer={timer} /> : null;
}

function Running({ timer }: { timer: StageTimer }) {
  const t = useTranslations("room.run");
  const now = useServerNow(500);
  const left = leftOf(timer, now);
  const held = timer.heldSeconds !== null;
  const name = timer.label || t("timer");
  return (
    <span
      className={`rm-chip${!held && left < WARNS_MS ? " rm-chip--warn" : ""}`}
      role="timer"
      aria-label={name}
      data-testid="host-timer"
    >
      <Timer className="icon icon--sm" aria-hidden />
      <span className="rm-wide">{name} </span>
      <b>{left > 0 ? clockText(left) : t("timeUp")}</b>
      {held ? <span> {t("held")}</span> : null}
    </span>
  );
}
