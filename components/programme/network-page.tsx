import { useTranslations } from "next-intl";
import { EventRow } from "@/components/programme/event-row";
import type { EventSummary } from "@/components/programme/event-views";
import { SubscribeLinks } from "@/components/programme/subscribe-links";
import { Empty } from "@/components/ui/empty";
import { NetworkMark, networkStyle } from "@/components/ui/network-mark";
import type { NetworkView } from "@/domain/alliance/queries";
import { legalTextsOf, logoOf } from "@/domain/alliance/rules";
import { isPast } from "@/domain/programme/rules";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import "./programme.css";

type NetworkPageProps = { network: NetworkView; events: readonly EventSummary[]; locale: Locale; now: Date };

/** One network: who they are, what comes next, what has been. */
export function NetworkPage({ network, events, locale, now }: NetworkPageProps) {
  const t = useTranslations("public.network");
  const ahead = events.filter((event) => !isPast(event, now));
  const past = events.filter((event) => isPast(event, now)).reverse();
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
        </section>
        {past.length > 0 ? (
          <section className="block">
            <h2>{t("past")}</h2>
            {list(past)}
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
