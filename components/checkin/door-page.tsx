import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SitePage } from "@/components/site/site-page";
import { type NetworkLook, networkStyle } from "@/components/ui/network-mark";
import { Tabs } from "@/components/ui/tabs";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatSpan } from "@/lib/time/format";
import "@/components/programme/programme.css";
import "./checkin.css";

export type DoorEventView = {
  eventId: string;
  slug: string;
  title: string;
  language: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  place: string | null;
};

type ScannerPageProps = { event: DoorEventView; locale: Locale; children: ReactNode };

/** Frame of the scanner: nothing but what a hand at the door needs, and the way to the printed forms. */
export function ScannerPage({ event, locale, children }: ScannerPageProps) {
  const t = useTranslations("checkin");
  const base = href(locale, `/checkin/${event.slug}`);
  return (
    <main className="scandoor" id="inhalt">
      {children}
      <nav className="doorlinks" aria-label={t("title")}>
        <a href={`${base}/list`}>{t("list.title")}</a>
        <a href={`${base}/badges`}>{t("badges.title")}</a>
      </nav>
    </main>
  );
}

type DoorPageProps = {
  event: DoorEventView;
  network: NetworkLook | undefined;
  locale: Locale;
  path: string;
  current: "list" | "badges";
  children: ReactNode;
};

/** Frame of what a door prints: the event it is about, and the way back to the scanner. */
export function DoorPage({ event, network, locale, path, current, children }: DoorPageProps) {
  const t = useTranslations("checkin");
  const base = `/checkin/${event.slug}`;
  const span = formatSpan({ ...event, locale, zone: event.timeZone });
  const tabs = [
    { name: "scanner", href: href(locale, base), label: t("tabs.scanner") },
    { name: "list", href: href(locale, `${base}/list`), label: t("tabs.list") },
    { name: "badges", href: href(locale, `${base}/badges`), label: t("tabs.badges") },
  ].map(({ name, ...tab }) => ({ ...tab, current: name === current }));
  return (
    <SitePage locale={locale} path={path} wide signedIn>
      <div className="net evtop doorpage" style={networkStyle(network?.colour)}>
        <div className="wrap section--tight stack gap-4">
          <div className="noprint">
            <p className="small muted">{t("title")}</p>
            <h1 className="doorpage__title" lang={event.language}>
              {event.title}
            </h1>
            <p className="small muted">{event.place ? `${span} · ${event.place}` : span}</p>
          </div>
          <div className="noprint">
            <Tabs label={t("title")} tabs={tabs} />
          </div>
          {children}
        </div>
      </div>
    </SitePage>
  );
}
