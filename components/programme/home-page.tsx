import { useTranslations } from "next-intl";
import { DayHead } from "@/components/programme/day-head";
import { byDay } from "@/components/programme/days";
import { EventRow } from "@/components/programme/event-row";
import { HomeHero } from "@/components/programme/home-hero";
import type { HomePageProps } from "@/components/programme/home-view";
import { NetworkGrid } from "@/components/programme/network-grid";
import { WeekBar } from "@/components/programme/week-bar";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { href } from "@/lib/i18n/href";
import { zoneName } from "@/lib/time/format";
import "./programme.css";

/** What is on now, the running week, the next two days, and who is behind it. */
export function HomePage({ locale, now, zone, live, ahead, week, networks }: HomePageProps) {
  const t = useTranslations("public.home");
  const days = byDay(ahead, zone).slice(0, 2);
  return (
    <>
      <HomeHero
        locale={locale}
        live={live}
        week={week}
        zone={zone}
        now={now}
        networkCount={networks.length}
      />
      {week ? <WeekBar days={week.days} locale={locale} timeZone={zone} path={`/s/${week.slug}`} /> : null}
      <div className="wrap section">
        <div className="cols cols--side">
          <div>
            <div className="section__head">
              <div>
                <h2>{t("ahead")}</h2>
                <p className="small muted">{t("allTimes", { zone: zoneName({ locale, zone, at: now }) })}</p>
              </div>
              <a href={href(locale, "/events")}>{t("all")}</a>
            </div>
            {days.map((day) => (
              <section key={day.key} className="mb-8">
                <DayHead at={day.items[0]?.startsAt ?? now} now={now} locale={locale} zone={zone} level={3} />
                <ul className="divided">
                  {day.items.map((event) => (
                    <EventRow key={event.id} event={event} locale={locale} now={now} headingLevel={4} />
                  ))}
                </ul>
              </section>
            ))}
          </div>
          <aside className="stack sticky">
            <Card className="matchcard">
              <span className="mark">
                <Icon name="talk" />
              </span>
              <h2>{t("talksTitle")}</h2>
              <p className="small muted">{t("talksText")}</p>
              <ButtonLink variant="match" block href={href(locale, "/me/talks")}>
                {t("talksLink")}
              </ButtonLink>
            </Card>
            <Card small className="stack gap-2">
              <h2 className="text-base">{t("firstTime")}</h2>
              <p className="small muted">{t("firstTimeText")}</p>
            </Card>
          </aside>
        </div>
      </div>
      <div className="netsband" id="netzwerke">
        <div className="wrap section">
          <div className="section__head">
            <h2>{t("networks", { count: networks.length })}</h2>
          </div>
          <NetworkGrid networks={networks} locale={locale} />
        </div>
      </div>
    </>
  );
}
