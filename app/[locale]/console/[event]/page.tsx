import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { requirePerson } from "@/auth/session";
import { ConsoleClient } from "@/components/room/console-client";
import { officeOf } from "@/components/room/event-office";
import { roomEventOf } from "@/components/room/room-event";
import { ClientMessages } from "@/components/site/client-messages";
import { titled } from "@/components/site/titled";
import { recordsAttendance } from "@/domain/attendance/queries/stays";
import { findEventForDesk } from "@/domain/programme/queries";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import "@/components/polls/polls.css";
import "@/components/room/questions.css";
import "@/components/room/room.css";
import "@/components/room/console.css";

type PageProps = { params: Promise<{ locale: string; event: string }> };

export const dynamic = "force-dynamic";

export const generateMetadata = titled((locale) => translator(locale, "room")("console.page"), {
  referrer: "no-referrer",
});

/** The console of one event for its hosts, outside the room. Foreign, missing and drafted events look the same. */
export default async function Page({ params }: PageProps) {
  const { locale: language, event: slug } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const viewer = await requirePerson(locale, `/console/${slug}`);
  const event = await findEventForDesk(viewer, slug);
  if (!event || event.status === "draft") notFound();
  const office = officeOf(viewer, event);
  if (!office) notFound();
  const t = translator(locale, "room");
  const records = await recordsAttendance(event.id);
  // Nobody asks hosts how it was.
  const told = { role: "host", recordsAttendance: records, feedbackUrl: null, registrationId: null } as const;
  return (
    <div className="room rm-page">
      <noscript>
        <p className="rm-note">{t("console.needsScript")}</p>
      </noscript>
      <ClientMessages locale={locale} areas={["room", "polls", "audience", "live"]}>
        <ConsoleClient event={roomEventOf(event, told)} office={office} />
      </ClientMessages>
    </div>
  );
}
