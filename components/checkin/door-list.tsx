import { useTranslations } from "next-intl";
import type { DoorEventView } from "@/components/checkin/door-page";
import { PaperWays } from "@/components/checkin/paper-ways";
import { Empty } from "@/components/ui/empty";
import type { DoorPeople } from "@/domain/attendance/schema";
import type { Locale } from "@/lib/i18n/locales";
import { inDoorOrder } from "@/lib/name-order";
import { formatClock, formatMoment, formatSpan } from "@/lib/time/format";

type DoorListProps = { event: DoorEventView; people: DoorPeople; locale: Locale };

/** The list of a door on paper: for when the power is gone, or the telephone is. */
export function DoorList({ event, people: { now, people }, locale }: DoorListProps) {
  const t = useTranslations("checkin");
  const zone = event.timeZone;
  if (people.length === 0) return <Empty icon="users" title={t("list.empty")} />;
  return (
    <div className="stack gap-4">
      <div className="row between noprint">
        <p className="small muted">{t("list.hint")}</p>
        <PaperWays event={event} locale={locale} paper="list" count={people.length} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label={t("list.title")}>
        <table className="table doorlist">
          <caption>
            <b lang={event.language}>{event.title}</b>
            <span className="small">
              {formatSpan({ ...event, locale, zone })}
              {event.place ? ` · ${event.place}` : ""}
            </span>
            <span className="small">
              {t("list.asOf", {
                count: people.length,
                at: formatMoment({ locale, zone, at: new Date(now) }),
              })}
            </span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t("list.tick")}</th>
              <th scope="col">{t("list.name")}</th>
              <th scope="col">{t("list.organisation")}</th>
              <th scope="col">{t("list.arrived")}</th>
            </tr>
          </thead>
          <tbody>
            {inDoorOrder(people).map(({ id, name, organisation, standing, arrival }) => (
              <tr key={id}>
                <td>
                  <span className="tickbox" aria-hidden="true">
                    {arrival ? "✓" : ""}
                  </span>
                </td>
                <th scope="row">
                  {name}
                  {standing === "welcome" ? null : (
                    <span className="doorlist__standing">{t(`standing.${standing}`)}</span>
                  )}
                </th>
                <td>{organisation}</td>
                <td className="num">
                  {arrival
                    ? t(`since.${arrival.how}`, {
                        time: formatClock({ locale, zone, at: new Date(arrival.at) }),
                      })
                    : t("list.notYet")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
