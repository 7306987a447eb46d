import { useTranslations } from "next-intl";
import { updateSeriesAction } from "@/actions/series";
import { ActionForm } from "@/components/desk/action-form";
import { EventStatus } from "@/components/desk/event-status";
import { SeriesFields, SeriesFieldsToo } from "@/components/desk/series-fields";
import { SeriesHosts } from "@/components/desk/series-hosts";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import type { NetworkView } from "@/domain/alliance/queries";
import { seriesWords } from "@/domain/programme/labels";
import type { SeriesDesk as SeriesAtDesk, SeriesEvent } from "@/domain/programme/queries/series-desk";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatSpan } from "@/lib/time/format";

type DeskProps = { desk: SeriesAtDesk; network: NetworkView; locale: Locale; isSaved: boolean };

/** What a series says of itself on the left, who hosts it on the right, and below what is in it. */
export function SeriesDesk({ desk, network, locale, isSaved }: DeskProps) {
  const t = useTranslations("series.desk");
  const fields = useTranslations("series.fields");
  const r = useTranslations("talkReport");
  const { part, hosts, events } = desk;
  const isPublic = events.some(({ status }) => status !== "draft");
  return (
    <>
      <div className="section__head">
        <h1>{seriesWords(part, locale).title}</h1>
        <div className="row gap-2">
          <ButtonLink
            variant="quiet"
            href={href(locale, `/o/${network.slug}/series/${part.slug}/talks-report`)}
          >
            {r("title")}
          </ButtonLink>
          {isPublic ? (
            <ButtonLink variant="quiet" href={href(locale, `/s/${part.slug}`)}>
              {t("toPage")}
            </ButtonLink>
          ) : null}
          <ButtonLink variant="primary" href={href(locale, `/o/${network.slug}/new?series=${part.id}`)}>
            <Icon name="plus" />
            {t("plan")}
          </ButtonLink>
        </div>
      </div>
      {isSaved ? <Notice tone="success" role="status" className="mb-4" title={t("saved")} /> : null}
      <div className="deskcols">
        <div className="stack gap-6">
          <SeriesEvents {...{ events, network, locale }} />
          <section className="stack gap-3">
            <h2 className="text-xl">{t("words")}</h2>
            <ActionForm
              action={updateSeriesAction}
              submit={t("save")}
              look={{ variant: "secondary" }}
              names={{ title: fields("title"), summary: fields("summary") }}
            >
              <input type="hidden" name="seriesId" value={part.id} />
              <SeriesFields part={part} locale={locale} />
              <SeriesFieldsToo part={part} />
            </ActionForm>
          </section>
        </div>
        <aside className="stack gap-4">
          <SeriesHosts seriesId={part.id} network={network} hosts={hosts} />
        </aside>
      </div>
    </>
  );
}

type EventsProps = { events: readonly SeriesEvent[]; network: NetworkView; locale: Locale };

function SeriesEvents({ events, network, locale }: EventsProps) {
  const t = useTranslations("series.desk");
  return (
    <section className="stack gap-3">
      <h2 className="text-xl">{t("events")}</h2>
      <p className="small muted">{t("eventsHint")}</p>
      <ul className="divided">
        {events.map((event) => (
          <li key={event.id} className="row between py-3">
            <div className="grow">
              <a
                className="plain strong"
                href={href(
                  locale,
                  event.networkId === network.id ? `/o/${network.slug}/e/${event.slug}` : `/e/${event.slug}`,
                )}
                lang={event.language}
              >
                {event.title}
              </a>
              <div className="small muted">
                {formatSpan({ locale, zone: event.timeZone, ...spanOf(event) })} · {event.network}
              </div>
            </div>
            <EventStatus status={event.status} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const spanOf = ({ startsAt, endsAt }: SeriesEvent) => ({ startsAt, endsAt });
