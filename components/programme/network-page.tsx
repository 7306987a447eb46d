import { useTranslations } from "next-intl";
import { AllLink } from "@/components/programme/all-link";
import { EventRow } from "@/components/programme/event-row";
import type { CalendarView, EventSummary } from "@/components/programme/event-views";
import { SubscribeLinks } from "@/components/programme/subscribe-links";
import { Empty } from "@/components/ui/empty";
import { NetworkMark, networkStyle } from "@/components/ui/network-mark";
import type { NetworkView } from "@/domain/alliance/queries";
import { legalTextsOf, logoOf } from "@/domain/alliance/rules";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import "./programme.css";

type NetworkPageProps = {
  network: NetworkView;
  /** The first page of its events ahead and the latest of those that are over. */
  view: Pick<CalendarView, "shown" | "matching" | "past" | "pastCount">;
  locale: Locale;
  now: Date;
};

/** One network: who they are, what comes next, what has been. */
export function NetworkPage({ network, view, locale, now }: NetworkPageProps) {
  const t = useTranslations("public.network");
  const { shown: ahead, matching, past, pastCount } = view;
  const ofThis = { network: network.slug };
  const list = (shown: readonly EventSummary[]) => (
    <ul className="divided list">
      {shown.map((event) => (
        <EventRow key={event.id} event={event} locale={locale} now={now} dated />
      ))}
    </ul>
  );
  return (
    <div className="net evtop" style={networkStyle(network.colour)}>
      <div className="wrap section">
        <div className="row gap-4 mb-4">
          <NetworkMark mark={network.mark} colour={network.colour} logo={logoOf(network)} size="lg" />
          <h1>{network.name}</h1>
        </div>
        <p className="lead">{locale === "de" ? network.summaryDe : network.summaryEn}</p>
        <p className="small muted mt-2">
          {t("contact")}: <a href={`mailto:${network.contactEmail}`}>{network.contactEmail}</a>
        </p>
        <section className="block">
          <h2>{t("events")}</h2>
          {ahead.length > 0 ? list(ahead) : <Empty icon="calendar" title={t("noEvents")} />}
          {matching > ahead.length ? <AllLink choice={ofThis} count={matching} locale={locale} /> : null}
        </section>
        {past.length > 0 ? (
          <section className="block">
            <h2>{t("past")}</h2>
            {list(past)}
            {pastCount > past.length ? (
              <AllLink choice={{ ...ofThis, when: "past" }} count={pastCount} locale={locale} />
            ) : null}
          </section>
        ) : null}
        {legalTextsOf(network, locale).length > 0 ? (
          <p className="small">
            <a href={href(locale, `/n/${network.slug}/legal`)}>{t("legal", { network: network.name })}</a>
          </p>
        ) : null}
        <SubscribeLinks path={`/n/${network.slug}`} locale={locale} />
      </div>
    </div>
  );
}
