"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { HostFailure } from "@/components/room/host-failure";
import { HostTimer } from "@/components/room/host-timer";
import { useHostAct } from "@/components/room/use-host-act";
import { useStage } from "@/components/room/use-stage";
import { Button } from "@/components/ui/button";
import type { TimerChange } from "@/domain/rooms/schema/run";

const MINUTE = 60;
const PRESETS = [1, 5, 10, 15] as const;

/** A timer that everybody sees: for a break, a talk or an exercise. */
export function ConsoleTimer() {
  const timer = useStage()?.timer ?? null;
  const { act, failed } = useHostAct("stage");
  const change = (one: TimerChange) => void act({ action: "timer", change: one });
  return (
    <section className="rm-console__part" data-testid="console-timer">
      {timer ? <Going held={timer.heldSeconds !== null} onChange={change} /> : <Idle onChange={change} />}
      <HostFailure failed={failed} />
    </section>
  );
}

type Changes = { onChange: (change: TimerChange) => void };

function Going({ held, onChange }: Changes & { held: boolean }) {
  const t = useTranslations("room.run");
  const add = (minutes: number) => onChange({ what: "add", seconds: minutes * MINUTE });
  return (
    <>
      <HostTimer />
      <div className="rm-actions">
        {[-1, 1, 5].map((minutes) => (
          <Button
            key={minutes}
            size="sm"
            aria-label={t(minutes < 0 ? "lessTime" : "moreTime", { count: Math.abs(minutes) })}
            onClick={() => add(minutes)}
          >
            {t(minutes < 0 ? "minusMinutes" : "plusMinutes", { count: Math.abs(minutes) })}
          </Button>
        ))}
        <Button size="sm" onClick={() => onChange({ what: held ? "resume" : "hold" })}>
          {t(held ? "resume" : "hold")}
        </Button>
        <Button size="sm" onClick={() => onChange({ what: "stop" })}>
          {t("timerStop")}
        </Button>
      </div>
    </>
  );
}

function Idle({ onChange }: Changes) {
  const t = useTranslations("room.run");
  const id = useId();
  const [label, setLabel] = useState("");
  return (
    <>
      <label className="rm-hint" htmlFor={id}>
        {t("timerLabel")}
      </label>
      <input
        id={id}
        className="input"
        maxLength={60}
        value={label}
        onChange={(change) => setLabel(change.target.value)}
      />
      <fieldset className="rm-actions" aria-label={t("timer")}>
        {PRESETS.map((minutes) => (
          <Button
            key={minutes}
            size="sm"
            aria-label={t("timerStart", { count: minutes })}
            onClick={() => onChange({ what: "start", seconds: minutes * MINUTE, label: label.trim() })}
          >
            {t("presetMinutes", { count: minutes })}
          </Button>
        ))}
      </fieldset>
    </>
  );
}
