import { useTranslations } from "next-intl";
import type { DeskMay } from "@/auth/desk-doors";
import { EventStatus } from "@/components/desk/event-status";
import type { EventDetail } from "@/components/programme/event-views";
import { ButtonLink } from "@/components/ui/button";
import { type Tab, Tabs } from "@/components/ui/tabs";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatSpan } from "@/lib/time/format";

type HeadProps = {
  event: EventDetail;
  networkSlug: string;
  locale: Locale;
  current:
    | "overview"
    | "run"
    | "materials"
    | "polls"
    | "form"
    | "people"
    | "roles"
    | "numbers"
    | "tables"
    | "plan"
    | "report"
    | "talksReport"
    | "mails"
    | "mailLog";
  may: DeskMay;
};

/** Title, state, time, the way into the room, and one tab per concern. */
export function EventDeskHead({ event, networkSlug, locale, current, may }: HeadProps) {
  const t = useTranslations("organizer.event");
  const n = useTranslations("organizer.numbers");
  const report = useTranslations("report");
  const p = useTranslations("polls");
  const base = `/o/${networkSlug}/e/${event.slug}`;
  const talkTabs = useTalkTabs({ event, networkSlug, locale, current, may });
  const { confirmed, waiting, offered, pending } = event.seats;
  const isOpen = event.status === "published" || event.status === "live";
  return (
    <div className="deskhead">
      <div className="row between">
        <div className="row gap-3">
          <h1 lang={event.language}>{event.title}</h1>
          <EventStatus status={event.status} />
        </div>
        <div className="row gap-2">
          {event.status === "draft" ? null : (
            <ButtonLink href={href(locale, `/e/${event.slug}${event.membersOnly ? "/register" : ""}`)}>
              {t("viewPage")}
            </ButtonLink>
          )}
          {isOpen && may.door && event.seats.onsite !== null ? (
            <ButtonLink href={href(locale, `/checkin/${event.slug}`)}>{t("door")}</ButtonLink>
          ) : null}
          {isOpen && may.console ? (
            <ButtonLink href={href(locale, `/console/${event.slug}`)}>{t("console")}</ButtonLink>
          ) : null}
          {isOpen && may.room ? (
            <ButtonLink variant="primary" href={href(locale, `/room/${event.slug}`)}>
              {t("toRoom")}
            </ButtonLink>
          ) : null}
        </div>
      </div>
      <p className="muted small">
        {formatSpan({ locale, zone: event.timeZone, startsAt: event.startsAt, endsAt: event.endsAt })}
      </p>
      <Tabs
        label={event.title}
        tabs={[
          { href: href(locale, base), label: t("overview"), current: current === "overview" },
          { href: href(locale, `${base}/run`), label: t("run"), current: current === "run" },
          {
            href: href(locale, `${base}/materials`),
            label: t("materials"),
            current: current === "materials",
          },
          { href: href(locale, `${base}/polls`), label: p("title"), current: current === "polls" },
          { href: href(locale, `${base}/form`), label: t("form"), current: current === "form" },
          {
            href: href(locale, `${base}/people`),
            label: t("people"),
            count: confirmed + waiting + offered + pending,
            current: current === "people",
          },
          ...(may.roles
            ? [{ href: href(locale, `${base}/roles`), label: t("roles"), current: current === "roles" }]
            : []),
          { href: href(locale, `${base}/numbers`), label: n("title"), current: current === "numbers" },
          ...(may.attendance
            ? [{ href: href(locale, `${base}/report`), label: report("tab"), current: current === "report" }]
            : []),
          ...talkTabs,
          ...(may.mails
            ? [
                { href: href(locale, `${base}/mails`), label: t("mails"), current: current === "mails" },
                {
                  href: href(locale, `${base}/mail-log`),
                  label: t("mailLog"),
                  current: current === "mailLog",
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}

/** An event with hours for talks has their tables, their plan, and what came of them. */
function useTalkTabs({ event, networkSlug, locale, current, may }: HeadProps): Tab[] {
  const d = useTranslations("talks.desk");
  const p = useTranslations("plan.desk");
  const r = useTranslations("talkReport");
  const base = `/o/${networkSlug}/e/${event.slug}`;
  const tabs = [
    { key: "tables", may: may.talks, path: "tables", label: d("title") },
    { key: "plan", may: may.talks, path: "plan", label: p("tab") },
    { key: "talksReport", may: may.report, path: "talks-report", label: r("tab") },
  ];
  return tabs
    .filter((tab) => tab.may && event.talks)
    .map(({ key, path, label }) => ({
      href: href(locale, `${base}/${path}`),
      label,
      current: current === key,
    }));
}
