import { useTranslations } from "next-intl";
import { beginSessionAction } from "@/actions/programme";
import { ActionForm } from "@/components/desk/action-form";
import { driftMinutes } from "@/components/desk/drift";
import type { EventDetail } from "@/components/programme/event-views";
import { Badge } from "@/components/ui/badge";
import type { RunItem } from "@/domain/programme/queries/run-of-show";
import type { Locale } from "@/lib/i18n/locales";
import { formatClock } from "@/lib/time/format";

const MINUTE_MS = 60_000;
type Place = {
  event: EventDetail;
  locale: Locale;
  /** Whether the viewer runs the event and says what begins; who only looks on reads it. */
  mayRun: boolean;
};

function useDriftWord() {
  const t = useTranslations("organizer.run");
  return (minutes: number) => {
    if (minutes === 0) return t("onTime");
    return minutes > 0 ? t("late", { count: minutes }) : t("ahead", { count: -minutes });
  };
}

/** How far the show is off its plan; nothing before it has begun. */
export function Drift({ run, now }: { run: readonly RunItem[]; now: Date }) {
  const t = useTranslations("organizer.run");
  const word = useDriftWord();
  const drift = driftMinutes(run, now);
  if (drift === undefined) return null;
  return (
    <p role="status">
      {t("drift")}: <span className={drift > 0 ? "drift drift--late" : "drift"}>{word(drift)}</span>
    </p>
  );
}

function BeginForm({ event, item }: { event: EventDetail; item: RunItem }) {
  const t = useTranslations("organizer.run");
  const name = item.title;
  return (
    <ActionForm
      action={beginSessionAction}
      submit={item.begunAt ? t("undo") : t("begin")}
      submitLabel={item.begunAt ? t("undoNamed", { name }) : t("beginNamed", { name })}
      look={{ variant: item.begunAt ? "quiet" : "soft", size: "xs" }}
      className="row"
    >
      <input type="hidden" name="eventId" value={event.id} />
      <input type="hidden" name="sessionId" value={item.id} />
      <input type="hidden" name="begun" value={item.begunAt ? "no" : "yes"} />
    </ActionForm>
  );
}

function RunRow({ event, locale, mayRun, item }: Place & { item: RunItem }) {
  const t = useTranslations("organizer.run");
  const word = useDriftWord();
  const clock = (at: Date) => formatClock({ locale, zone: event.timeZone, at });
  const { startsAt, endsAt, begunAt } = item;
  const isOn = mayRun && (event.status === "published" || event.status === "live");
  return (
    <tr className={item.isInternal ? "is-internal" : undefined}>
      <td className="num">
        <time dateTime={startsAt.toISOString()}>{clock(startsAt)}</time>
      </td>
      <td className="r">{Math.round((endsAt.getTime() - startsAt.getTime()) / MINUTE_MS)}</td>
      <th scope="row">
        <span lang={event.language}>{item.title}</span>{" "}
        {item.isInternal ? <Badge tone="outline">{t("internal")}</Badge> : null}
        <div className="small muted">
          {[item.track, item.place, item.speakers.map(({ name }) => name).join(", ")]
            .filter(Boolean)
            .join(" · ")}
        </div>
      </th>
      <td>{item.scene}</td>
      <td>{item.crew}</td>
      <td className="is-notes">{item.notes}</td>
      <td>
        {begunAt ? (
          <span className="num">
            {clock(begunAt)} ({word(Math.trunc((begunAt.getTime() - startsAt.getTime()) / MINUTE_MS))})
          </span>
        ) : null}
        {isOn ? <BeginForm event={event} item={item} /> : null}
      </td>
    </tr>
  );
}

/** The plan of an event for its team, item by item. */
export function RunTable({ event, run, locale, mayRun }: Place & { run: readonly RunItem[] }) {
  const t = useTranslations("organizer.run");
  if (run.length === 0) return <p className="small muted">{t("empty")}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen must be scrollable by keyboard.
    <section className="table-scroll" tabIndex={0} aria-label={t("title")}>
      <table className="table runtable">
        <thead>
          <tr>
            <th scope="col">{t("plan")}</th>
            <th scope="col" className="r">
              {t("minutes")}
            </th>
            <th scope="col">{t("item")}</th>
            <th scope="col">{t("scene")}</th>
            <th scope="col">{t("crew")}</th>
            <th scope="col">{t("notes")}</th>
            <th scope="col">{t("begun")}</th>
          </tr>
        </thead>
        <tbody>
          {run.map((item) => (
            <RunRow key={item.id} {...{ event, locale, mayRun, item }} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
