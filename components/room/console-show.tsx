"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { driftMinutes, showAt } from "@/components/desk/drift";
import { useRoomEvent } from "@/components/room/room-event-context";
import { useStageDesk } from "@/components/room/use-stage";
import { localeOf } from "@/lib/i18n/locales";
import { momentClock } from "@/lib/time/format";
import { useSession } from "@/realtime/hooks/use-room-session";
import { useServerNow } from "@/realtime/hooks/use-server-now";
import { type RoomShow, roomShow } from "@/realtime/room-api";

/** The plan is about minutes, and what has begun is said on another page: it is asked for, no signal tells of it. */
const AGAIN_MS = 10_000;

/** What is on, what follows, and how far the show is off its plan: the line of the run of show, in the console. */
export function ConsoleShow() {
  const t = useTranslations("room.console");
  const locale = localeOf(useLocale());
  const { timeZone } = useRoomEvent();
  const items = useShow();
  const now = new Date(useServerNow(5000));
  const { current, next } = showAt(items, now);
  const drift = driftMinutes(items, now);
  if (!current && !next && drift === undefined) return null;
  const timed = ({ title, startsAt }: Item) =>
    t("nextAt", { time: momentClock({ locale, zone: timeZone, at: startsAt }), name: title });
  return (
    <section aria-label={t("show")} data-testid="console-show">
      <dl className="rm-show">
        {current ? <Fact name={t("now")} value={current.title} /> : null}
        {next ? <Fact name={t("next")} value={timed(next)} /> : null}
        {drift === undefined ? null : <Drift minutes={drift} />}
      </dl>
    </section>
  );
}

type Item = { title: string; startsAt: Date; endsAt: Date; begunAt: Date | null };

const itemOf = ({ title, startsAt, endsAt, begunAt }: RoomShow["items"][number]): Item => ({
  title,
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
  begunAt: begunAt === null ? null : new Date(begunAt),
});

function useShow(): Item[] {
  const { documents } = useSession();
  const current = useStageDesk()?.current;
  const [items, setItems] = useState<Item[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: where a host has stepped on, the plan is read again at once.
  useEffect(() => {
    const read = () => void documents.fetch("show", roomShow, (show) => setItems(show.items.map(itemOf)));
    read();
    const timer = setInterval(read, AGAIN_MS);
    return () => clearInterval(timer);
  }, [documents, current]);
  return items;
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Drift({ minutes }: { minutes: number }) {
  const t = useTranslations("room.console");
  const late = minutes > 0 ? t("late", { count: minutes }) : t("ahead", { count: -minutes });
  return <Fact name={t("drift")} value={minutes === 0 ? t("onTime") : late} />;
}
