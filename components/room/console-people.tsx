"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { HostFailure } from "@/components/room/host-failure";
import { useRoomEvent } from "@/components/room/room-event-context";
import { useHostAct } from "@/components/room/use-host-act";
import { useRowFocus } from "@/components/room/use-row-focus";
import { useStage, useStageDesk } from "@/components/room/use-stage";
import { Button } from "@/components/ui/button";
import { localeOf } from "@/lib/i18n/locales";
import { momentClock } from "@/lib/time/format";
import type { StageDesk } from "@/realtime/stage-api";
import { clockText } from "@/realtime/timing";

const MINUTES = [5, 10, 30] as const;

/** Everybody at once: quiet, how long each role speaks, what becomes of the event without hosts, and who is kept out. */
export function ConsolePeople() {
  const t = useTranslations("room.run");
  const stage = useStage();
  const desk = useStageDesk();
  const { act, failed } = useHostAct("stage");
  if (!stage || !desk) return null;
  return (
    <section className="rm-console__part" data-testid="console-people">
      <Button block onClick={() => void act({ action: "mute_all" })}>
        {t("muteAll")}
      </Button>
      <p className="rm-hint">{t("muteAllHint")}</p>
      <Button
        block
        aria-pressed={stage.countsSpeaking}
        onClick={() => void act({ action: "count_speaking", counts: !stage.countsSpeaking })}
      >
        {t(stage.countsSpeaking ? "countNoMore" : "count")}
      </Button>
      <p className="rm-hint">{t("countHint")}</p>
      <SpeakingTimes speaking={desk.speaking} />
      <Hostless
        minutes={desk.hostlessMinutes}
        onChange={(minutes) => void act({ action: "hostless", minutes })}
      />
      <KeptOut removed={desk.removed} />
      <HostFailure failed={failed} />
    </section>
  );
}

function SpeakingTimes({ speaking }: Pick<StageDesk, "speaking">) {
  const t = useTranslations("room.run");
  if (speaking.length === 0) return null;
  const all = speaking.reduce((sum, { seconds }) => sum + seconds, 0);
  return (
    <section aria-label={t("speaking")} data-testid="speaking-times">
      <dl className="rm-show">
        {speaking.map(({ role, seconds }) => (
          <div key={role}>
            <dt>{t(`speakingRole.${role}`)}</dt>
            <dd>
              {clockText(seconds * 1000)} · {t("share", { share: all > 0 ? seconds / all : 0 })}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Hostless({
  minutes,
  onChange,
}: {
  minutes: number | null;
  onChange: (minutes: number | null) => void;
}) {
  const t = useTranslations("room.run");
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{t("hostless")}</label>
      <select
        id={id}
        className="input"
        value={minutes ?? ""}
        onChange={({ target }) => onChange(target.value === "" ? null : Number(target.value))}
      >
        <option value="">{t("hostlessGoesOn")}</option>
        {MINUTES.map((count) => (
          <option key={count} value={count}>
            {t("hostlessEnds", { count })}
          </option>
        ))}
      </select>
    </>
  );
}

function KeptOut({ removed }: Pick<StageDesk, "removed">) {
  const t = useTranslations("room.run");
  const { act, failed } = useHostAct("stage");
  if (removed.length === 0) return null;
  return (
    <section className="rm-people" aria-label={t("keptOut")} data-testid="kept-out">
      <h3>{t("keptOut")}</h3>
      <ul>
        {removed.map((person) => (
          <Removed
            key={person.admissionId}
            person={person}
            onLift={() => void act({ action: "lift" }, `people/${person.admissionId}`)}
          />
        ))}
      </ul>
      <HostFailure failed={failed} />
    </section>
  );
}

type RemovedProps = { person: StageDesk["removed"][number]; onLift: () => void };

function Removed({ person: { name, until }, onLift }: RemovedProps) {
  const t = useTranslations("room.run");
  const locale = localeOf(useLocale());
  const { timeZone } = useRoomEvent();
  return (
    <li className="rm-person" ref={useRowFocus()}>
      <span className="rm-person__name">
        {name}
        <small>
          {until
            ? t("keptUntil", { time: momentClock({ locale, zone: timeZone, at: new Date(until) }) })
            : t("keptForEver")}
        </small>
      </span>
      <Button size="xs" aria-label={t("letBackName", { name })} onClick={onLift}>
        {t("letBack")}
      </Button>
    </li>
  );
}
