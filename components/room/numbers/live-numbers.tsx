"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Clock } from "@/components/room/numbers/clock";
import { ConnectionLines, isAlarming } from "@/components/room/numbers/connection-lines";
import { MissingPeople } from "@/components/room/numbers/missing-people";
import { NumbersCurve } from "@/components/room/numbers/numbers-curve";
import { SpeakingShares } from "@/components/room/numbers/speaking-shares";
import { useLiveNumbers } from "@/components/room/numbers/use-live-numbers";
import { WallAddress } from "@/components/room/numbers/wall-address";
import { useRoomEvent } from "@/components/room/room-event-context";
import { Stat } from "@/components/ui/stat";
import type { LiveNumbers as Numbers } from "@/domain/attendance/schema/live";
import { localeOf } from "@/lib/i18n/locales";
import { formatClock } from "@/lib/time/format";
import { useAnswer } from "@/realtime/hooks/use-place";
import { useServerNow } from "@/realtime/hooks/use-server-now";
import "./numbers.css";

/** How the event goes, for who runs it: who is there and who is missing, who speaks, and how people take part. */
export function LiveNumbers() {
  const t = useTranslations("live");
  const clock = useClock();
  const { numbers, isLate, read } = useLiveNumbers();
  if (!numbers)
    return (
      <main className="rm-numbers" aria-label={t("title")}>
        <p role="status">{t(isLate ? "failed" : "loading")}</p>
      </main>
    );
  return (
    <main className="rm-numbers" aria-label={t("title")}>
      <Alerts numbers={numbers} />
      <Box title={t("title")} note={isLate ? t("failed") : t("asOf", { time: clock(numbers.at) })}>
        <Stats numbers={numbers} clock={clock} />
      </Box>
      <Box title={t("curve.title")} wide>
        <NumbersCurve curve={numbers.curve} clock={clock} />
      </Box>
      <Box title={t("missing.title")}>
        <MissingPeople missing={numbers.missing} clock={clock} onReminded={read} />
      </Box>
      <Box title={t("lines.title")} note={t("lines.note")}>
        <ConnectionLines lines={numbers.lines} />
      </Box>
      <Box title={t("speaking.title")} note={t("speaking.note")}>
        <SpeakingShares speaking={numbers.speaking} />
      </Box>
      <Box title={t("wallAddress.title")}>
        <WallAddress token={numbers.wall} onChange={read} />
      </Box>
    </main>
  );
}

function useClock(): Clock {
  const locale = localeOf(useLocale());
  const { timeZone } = useRoomEvent();
  return (at) => formatClock({ locale, zone: timeZone, at: new Date(at) });
}

function Box({
  title,
  note,
  wide,
  children,
}: {
  title: string;
  note?: string;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <section className={wide ? "rm-numbers__box rm-numbers__box--wide" : "rm-numbers__box"}>
      <h2>{title}</h2>
      {note ? <p className="rm-hint">{note}</p> : null}
      {children}
    </section>
  );
}

/** From so long before the start on somebody of the hosts should be there. */
const HOST_DUE_MS = 5 * 60_000;

/** What somebody has to do something about now. */
function Alerts({ numbers }: { numbers: Numbers }) {
  const t = useTranslations("live.alerts");
  const { startsAt } = useRoomEvent();
  const isDue = useServerNow(10_000) >= Date.parse(startsAt) - HOST_DUE_MS;
  const isLive = useAnswer()?.session.live ?? false;
  return (
    <div className="rm-numbers__alerts" aria-live="polite">
      {(isLive || isDue) && numbers.here.hosts === 0 ? <p className="rm-problem">{t("noHost")}</p> : null}
      {isAlarming(numbers.lines) ? <p className="rm-problem">{t("poorLines")}</p> : null}
    </div>
  );
}

function Stats({ numbers, clock }: { numbers: Numbers; clock: Clock }) {
  const t = useTranslations("live.stats");
  const { registered, here, curve, taking } = numbers;
  const all = registered.online + registered.onsite;
  const counts = ["handsUp", "questionsOpen", "votes", "ballots", "messages"] as const;
  return (
    <dl className="stats">
      <Stat label={t("here")} value={<b data-line="here">{here.online}</b>} />
      {registered.onsite > 0 ? (
        <Stat
          label={t("letIn")}
          value={<b data-line="letIn">{here.letIn}</b>}
          of={t("ofRegistered", { count: registered.onsite })}
        />
      ) : null}
      <Stat
        label={t("came")}
        value={<b data-line="came">{here.came}</b>}
        of={t("ofRegistered", { count: all })}
      />
      {curve && curve.peak.count > 0 ? (
        <Stat
          label={t("peak")}
          value={<b data-line="peak">{curve.peak.count}</b>}
          of={t("peakAt", { time: clock(curve.peak.at) })}
        />
      ) : null}
      {counts.map((key) => (
        <Stat key={key} label={t(key)} value={<b data-line={key}>{taking[key]}</b>} />
      ))}
    </dl>
  );
}
