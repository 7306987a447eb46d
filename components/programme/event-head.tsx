import { useTranslations } from "next-intl";
import { EventFacts } from "@/components/programme/event-facts";
import type { EventDetail } from "@/components/programme/event-views";
import { NetworkMark } from "@/components/ui/network-mark";
import { logoOf } from "@/domain/alliance/rules";
import { seriesTitle } from "@/domain/programme/labels";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

/** Where it belongs, title, hosts, and the facts: the same head on the page and on the form that comes back. */
export function EventHead({ event, locale }: { event: EventDetail; locale: Locale }) {
  const t = useTranslations("public");
  return (
    <div className="evhead">
      <nav className="crumbs" aria-label={t("event.path")}>
        {event.series ? (
          <>
            <a href={href(locale, `/s/${event.series.slug}`)}>{seriesTitle(event.series, locale)}</a>
            <span aria-hidden="true">/</span>
          </>
        ) : null}
        <span>{t(`kinds.${event.kind}`)}</span>
      </nav>
      <h1 lang={event.language}>{event.title}</h1>
      <div className="evhosts">
        <span className="small muted">{t("event.hostedBy")}</span>
        {event.networks.map((network) => (
          <a key={network.slug} className="host plain" href={href(locale, `/n/${network.slug}`)}>
            <NetworkMark mark={network.mark} colour={network.colour} logo={logoOf(network)} />
            <b>{network.name}</b>
          </a>
        ))}
      </div>
      <EventFacts event={event} locale={locale} />
    </div>
  );
}
