"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { showAt } from "@/components/desk/drift";
import { NetworkMark } from "@/components/ui/network-mark";
import { type WallPage, wallPage } from "@/domain/attendance/schema/wall";
import { localeOf } from "@/lib/i18n/locales";
import { momentClock } from "@/lib/time/format";
import { request } from "@/realtime/client/http-control";

/** A screen in a hall looks by itself: numbers that change with everybody who comes are signalled to nobody. */
const AGAIN_MS = 5000;
/** The clock shows minutes. */
const TICK_MS = 5000;

type Wall = { page: WallPage; gone: boolean };

function useWall(token: string, first: WallPage): Wall {
  const [wall, setWall] = useState<Wall>({ page: first, gone: false });
  useEffect(() => {
    const read = async () => {
      const reply = await request(`/api/wall/${token}`);
      const page = reply.ok ? wallPage.safeParse(reply.value).data : undefined;
      if (page) setWall({ page, gone: false });
      else if (!reply.ok && "refusal" in reply && reply.refusal.kind === "not_found")
        setWall((before) => ({ ...before, gone: true }));
    };
    const timer = setInterval(() => void read(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [token]);
  return wall;
}

/** Nothing on the server, whose minute may be another one. */
function useNow(): Date | null {
  const [now, setNow] = useState<Date | null>(null);
  useEffect(() => {
    const tick = () => setNow(new Date());
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** What is on and what follows in large letters, with how many people are there. */
export function WallClient({ token, first }: { token: string; first: WallPage }) {
  const t = useTranslations("live.wall");
  const locale = localeOf(useLocale());
  const { page, gone } = useWall(token, first);
  const now = useNow();
  const clock = (at: Date) => momentClock({ locale, zone: page.timeZone, at });
  if (gone)
    return (
      <main className="wall">
        <p className="wall__said">{t("gone")}</p>
      </main>
    );
  return (
    <main className="wall">
      <header className="wall__top">
        <NetworkMark mark={page.network.mark} colour={page.network.colour} size="lg" />
        <h1>{page.title}</h1>
        <p className="wall__clock">
          <span className="sr-only">{t("clock")} </span>
          {now ? clock(now) : ""}
        </p>
      </header>
      {page.state === "before" ? (
        <p className="wall__said">{t("before", { time: clock(new Date(page.startsAt)) })}</p>
      ) : null}
      {page.state === "over" ? <p className="wall__said">{t("over")}</p> : null}
      {page.state === "over" || !now ? null : <Programme page={page} now={now} clock={clock} />}
      {page.state === "over" ? null : (
        <dl className="wall__counts">
          <div>
            <dt>{t("online")}</dt>
            <dd data-line="online">{page.here.online}</dd>
          </div>
          {page.here.onsite === null ? null : (
            <div>
              <dt>{t("onsite")}</dt>
              <dd data-line="onsite">{page.here.onsite}</dd>
            </div>
          )}
        </dl>
      )}
    </main>
  );
}

type ProgrammeProps = { page: WallPage; now: Date; clock: (at: Date) => string };

const itemOf = (item: WallPage["items"][number]) => ({
  ...item,
  startsAt: new Date(item.startsAt),
  endsAt: new Date(item.endsAt),
  begunAt: item.begunAt === null ? null : new Date(item.begunAt),
});

function Programme({ page, now, clock }: ProgrammeProps) {
  const t = useTranslations("live.wall");
  const { current, next } = showAt(page.items.map(itemOf), now);
  return (
    <div className="wall__show" aria-live="polite">
      {page.state === "live" && current ? (
        <section>
          <h2>{t("now")}</h2>
          <p className="wall__item">{current.title}</p>
          <Speakers speakers={current.speakers} />
        </section>
      ) : null}
      {next ? (
        <section className="wall__next">
          <h2>{t("next", { time: clock(next.startsAt) })}</h2>
          <p className="wall__item">{next.title}</p>
          <Speakers speakers={next.speakers} />
        </section>
      ) : null}
    </div>
  );
}

function Speakers({ speakers }: { speakers: WallPage["items"][number]["speakers"] }) {
  if (speakers.length === 0) return null;
  return (
    <p className="wall__speakers">
      {speakers
        .map(({ name, organisation }) => (organisation ? `${name}, ${organisation}` : name))
        .join(" · ")}
    </p>
  );
}
