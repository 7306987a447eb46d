import { useTranslations } from "next-intl";
import type { HomePageProps } from "@/components/programme/home-view";
import { LiveNow } from "@/components/programme/live-now";
import { Button } from "@/components/ui/button";
import { ChipLink } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import { topicIds } from "@/domain/programme/labels";
import { href } from "@/lib/i18n/href";
import { formatDay } from "@/lib/time/format";

type HomeHeroProps = Pick<HomePageProps, "locale" | "live" | "week" | "zone" | "now"> & {
  networkCount: number;
};

/** What Plenum is in one sentence, a search, the topics, and what is on air. */
export function HomeHero({ locale, live, week, zone, now, networkCount }: HomeHeroProps) {
  const t = useTranslations("public");
  return (
    <div className="wrap hero">
      <div className="cols cols--side">
        <div className="hero__text">
          {week ? (
            <p className="small muted">
              {t("home.running", { series: week.title, until: formatDay({ locale, zone, at: week.endsOn }) })}
            </p>
          ) : null}
          <h1>{t("home.heading", { count: networkCount })}</h1>
          <p className="lead">{t("home.lead")}</p>
          <search>
            <form className="row hero__search" method="get" action={href(locale, "/events/find")}>
              <label className="input-icon grow">
                <Icon name="search" />
                <span className="visually-hidden">{t("home.search")}</span>
                <input className="input" type="search" name="q" placeholder={t("home.searchHint")} />
              </label>
              <Button type="submit" variant="primary">
                {t("home.searchButton")}
              </Button>
            </form>
          </search>
          <ul className="row gap-2">
            {topicIds.slice(0, 6).map((topic) => (
              <li key={topic}>
                <ChipLink small href={href(locale, `/events/find?topic=${topic}`)}>
                  {t(`topics.${topic}`)}
                </ChipLink>
              </li>
            ))}
          </ul>
        </div>
        <LiveNow events={live} locale={locale} now={now} />
      </div>
    </div>
  );
}
