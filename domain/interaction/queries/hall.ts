import "server-only";
import { createHash } from "node:crypto";
import { and, eq, type SQL } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { hallGuests, questionSettings } from "@/db/schema/interaction-questions";
import { events } from "@/db/schema/programme";
import { liveSessions } from "@/db/schema/rooms";
import { perRevision } from "@/domain/kernel/memo";
import { OVERTIME_MS } from "@/domain/rooms/rules";
import { type Id, idOf } from "@/lib/ids";
import { hallOf, questionsFor } from "../rules/questions";
import { questionRows, questionSettingsOf, votedBy } from "./question-rows";

const SECONDS = 5;

/** Of a browser's secret only this is kept. */
export const secretHashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

const stateOf = (isLive: boolean) => (isLive ? ("live" as const) : ("before" as const));

async function hallWhere(reader: Reader, which: SQL, now: Date) {
  const [found] = await reader
    .select({ event: events, session: liveSessions, settings: questionSettings })
    .from(questionSettings)
    .innerJoin(events, eq(events.id, questionSettings.eventId))
    .leftJoin(liveSessions, eq(liveSessions.eventId, questionSettings.eventId))
    .where(which);
  if (!found) return undefined;
  const { event, session, settings } = found;
  const isGone = event.status === "cancelled" || event.status === "draft";
  const isOver = isGone || session?.endedAt != null || now.getTime() >= event.endsAt.getTime() + OVERTIME_MS;
  const isLive = !isOver && session?.openedAt != null;
  const state = isOver ? ("over" as const) : stateOf(isLive);
  return {
    networkId: event.networkId,
    eventId: event.id,
    title: event.title,
    settings,
    state,
    /** Questions and votes are taken now. */
    takes: isLive && !session?.frozen && settings.isOpen,
  };
}
export type Hall = NonNullable<Awaited<ReturnType<typeof hallWhere>>>;

/** The event whose hall this address opens; undefined for an address that was never given or is closed. */
export const findHall = (reader: Reader, token: Id<"hall">, now: Date) =>
  hallWhere(reader, eq(questionSettings.hallToken, token), now);

const findProjector = (reader: Reader, token: Id<"projector">, now: Date) =>
  hallWhere(reader, eq(questionSettings.projectorToken, token), now);

/** This browser's row, once it has asked or voted. */
export async function findGuest(reader: Reader, eventId: Id<"event">, secret: string) {
  const [found] = await reader
    .select()
    .from(hallGuests)
    .where(and(eq(hallGuests.eventId, eventId), eq(hallGuests.secretHash, secretHashOf(secret))));
  return found;
}

/** Whether this browser has neither asked nor voted in that hall yet; false where the address opens nothing. */
export async function isNewInHall(token: string, secret: string): Promise<boolean> {
  const id = idOf("hall").safeParse(token).data;
  if (!id) return false;
  const [found] = await db()
    .select({ guestId: hallGuests.id })
    .from(questionSettings)
    .leftJoin(
      hallGuests,
      and(eq(hallGuests.eventId, questionSettings.eventId), eq(hallGuests.secretHash, secretHashOf(secret))),
    )
    .where(eq(questionSettings.hallToken, id));
  return found !== undefined && found.guestId === null;
}

const rowsOf = (eventId: Id<"event">, now: Date) =>
  perRevision(db(), { channel: hallOf(eventId), key: "hall questions", seconds: SECONDS, now }, () =>
    questionRows(db(), eventId),
  );

/** What a phone in the hall shows; nothing of the questions before the event is live and after it is over. */
export async function hallPage(token: string, secret: string | undefined, now: Date) {
  const id = idOf("hall").safeParse(token).data;
  const hall = id && (await findHall(db(), id, now));
  if (!hall) return undefined;
  const { eventId, title, state, takes, settings } = hall;
  const about = {
    title,
    state,
    takes,
    isModerated: settings.isModerated,
    allowsAnonymous: settings.allowsAnonymous,
  };
  if (state !== "live") return { ...about, questions: [] };
  const guest = secret ? await findGuest(db(), eventId, secret) : undefined;
  const voted = guest ? await votedBy(db(), eventId, { hallGuestId: guest.id }) : new Set<string>();
  const viewer = { isHost: false, id: guest?.id ?? null, voted };
  return { ...about, questions: questionsFor(await rowsOf(eventId, now), viewer) };
}

/** What a projector shows: public questions, and the address for the hall where there is one. */
export async function projectorPage(token: string, now: Date) {
  const id = idOf("projector").safeParse(token).data;
  const hall = id && (await findProjector(db(), id, now));
  if (!hall) return undefined;
  const { eventId, title, state } = hall;
  // Another page may have changed it since: the address is read anew.
  const { hallToken } = await questionSettingsOf(db(), eventId);
  const nobody = { isHost: false, id: null, voted: new Set<string>() };
  const questions = state === "live" ? questionsFor(await rowsOf(eventId, now), nobody) : [];
  return { title, state, hall: state === "over" ? null : hallToken, questions };
}

/** The channels of such a page, by either address; undefined once it opens nothing any more. */
export async function hallListening(
  { hall, projector }: { hall: string | null; projector: string | null },
  now: Date,
): Promise<string[] | undefined> {
  const asHall = idOf("hall").safeParse(hall).data;
  const asProjector = idOf("projector").safeParse(projector).data;
  const found = asHall
    ? await findHall(db(), asHall, now)
    : asProjector && (await findProjector(db(), asProjector, now));
  return found && found.state !== "over" ? [hallOf(found.eventId)] : undefined;
}
