import { type DoorParams, doorOf } from "@/auth/door-pages";
import { readFlash } from "@/auth/flash";
import { DoorDesk } from "@/components/checkin/door-desk";
import { ScannerPage } from "@/components/checkin/door-page";
import { shownByAddress, shownRefusal } from "@/components/checkin/told";
import { ClientMessages } from "@/components/site/client-messages";
import { titled } from "@/components/site/titled";
import { can } from "@/domain/policy";
import { href } from "@/lib/i18n/href";
import { translator } from "@/lib/i18n/translator";

type PageProps = {
  params: DoorParams;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const dynamic = "force-dynamic";

export const generateMetadata = titled((locale) => translator(locale, "checkin")("title"), {
  referrer: "same-origin",
});

/** The scanner of one event. Query: `q` finds people by name. Search and forms work without JavaScript. */
export default async function Page({ params, searchParams }: PageProps) {
  const { locale, path, event, network, viewer, people } = await doorOf(params, "");
  const [query, refused] = await Promise.all([searchParams, readFlash()]);
  const q = typeof query.q === "string" ? query.q.slice(0, 100) : "";
  const page = href(locale, path);
  const place = {
    eventId: event.eventId,
    locale,
    zone: event.timeZone,
    back: q === "" ? path : `${path}?${new URLSearchParams({ q })}`,
    badges: href(locale, `${path}/badges`),
  };
  const hasDesk = network && can(viewer, "event.readDesk", event);
  const leave = hasDesk ? `/o/${network.slug}/e/${event.slug}` : "/me";
  return (
    <ScannerPage event={event} locale={locale}>
      <ClientMessages locale={locale} areas={["checkin"]}>
        <DoorDesk
          place={place}
          event={{ title: event.title, language: event.language, aside: event.place ?? "" }}
          people={people}
          query={q}
          shown={refused ? shownRefusal(refused.failure.reason) : shownByAddress(query, people.people)}
          entered={refused?.entered ?? {}}
          page={page}
          leave={href(locale, leave)}
          signIn={href(locale, `/login?${new URLSearchParams({ next: page })}`)}
        />
      </ClientMessages>
    </ScannerPage>
  );
}
