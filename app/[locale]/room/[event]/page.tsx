import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { currentActor } from "@/auth/session";
import { officeOf } from "@/components/room/event-office";
import { RoomClient } from "@/components/room/room-client";
import { type RoomEvent, roomEventOf } from "@/components/room/room-event";
import { ClientMessages } from "@/components/site/client-messages";
import { SiteTalkBanner } from "@/components/talks/site-talk-banner";
import { recordsAttendance } from "@/domain/attendance/queries/stays";
import { feedbackPageFor } from "@/domain/notifications/queries/settings";
import { type Actor, stageRoleOf } from "@/domain/policy";
import { type EventDetail, findEventForRoom } from "@/domain/programme/queries";
import { findMyRegistration } from "@/domain/registration/queries";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import "@/components/devices/devices.css";
import "@/components/polls/polls.css";
import "@/components/room/questions.css";
import "@/components/room/room.css";
import "@/components/room/stage.css";

type PageProps = { params: Promise<{ locale: string; event: string }> };

export const dynamic = "force-dynamic";

/** A room is personal: it is never indexed and never sends its address elsewhere. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, event: slug } = await params;
  const found = await findRoomEvent(slug);
  const t = translator(localeOf(locale), "room");
  if (!found) return {};
  const title = { absolute: t("title.plain", { event: found.event.title }) };
  return { title, robots: { index: false }, referrer: "no-referrer" };
}

/** One address for lobby, room, breakouts and talks of an event; everything live happens in the browser. */
export default async function Page({ params }: PageProps) {
  const { locale: language, event: slug } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const found = await findRoomEvent(slug);
  if (!found) notFound();
  const t = translator(locale, "room");
  return (
    <div className="room rm-page">
      <noscript>
        <p className="rm-note">{t("page.needsScript")}</p>
      </noscript>
      <SiteTalkBanner locale={locale} always={found.signedIn} roomOf={slug} />
      <ClientMessages locale={locale} areas={["room", "polls", "audience", "devices", "talks", "afterwards"]}>
        <RoomClient event={roomEventOf(found.event, found.told)} />
      </ClientMessages>
    </div>
  );
}

type Told = Pick<RoomEvent, "role" | "recordsAttendance" | "feedbackUrl" | "registrationId" | "office">;
type Found = { event: EventDetail; told: Told; signedIn: boolean };

/** Undefined for drafts and members-only events of others, which look like missing ones. */
async function findRoomEvent(slug: string): Promise<Found | undefined> {
  const actor = await currentActor();
  const event = await findEventForRoom(actor, slug);
  if (!event) return undefined;
  const signedIn = actor.type === "person";
  const [records, feedbackUrl, mine] = await Promise.all([
    recordsAttendance(event.id),
    feedbackPageFor(actor, event.id),
    findMyRegistration(actor, slug),
  ]);
  return {
    event,
    told: {
      role: roleOf(actor, event),
      office: officeOf(actor, event),
      recordsAttendance: records,
      feedbackUrl,
      registrationId: mine?.status === "confirmed" ? mine.id : null,
    },
    signedIn,
  };
}

/** The part this visitor would play before they have joined; whoever only typed an address merely watches. */
function roleOf(actor: Actor, event: EventDetail): RoomEvent["role"] {
  const onStage = stageRoleOf(actor, { networkId: event.networkId, eventId: event.id });
  if (onStage) return onStage;
  const seats = "seats" in actor ? actor.seats.filter((seat) => seat.eventId === event.id) : [];
  const claimed = actor.type === "guest" && seats.every((seat) => seat.via === "claim");
  return claimed ? "unproven" : null;
}
