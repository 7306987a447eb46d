import "server-only";
import { and, asc, desc, eq, gt, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db, type Reader } from "@/db/client";
import { chatMessages } from "@/db/schema/interaction";
import { admissions } from "@/db/schema/rooms";
import { type Actor, can } from "@/domain/policy";
import { standingOf } from "@/domain/rooms/queries/standing";
import { keptOut } from "@/domain/rooms/rules";
import { type Id, idOf } from "@/lib/ids";
import { ok } from "@/lib/result";
import { chatSettingsOf } from "../internal/chat-rows";
import { mentionsIn } from "../schema/chat";

const PAGE = 200;
/** So much of a message is quoted above its answer. */
const QUOTED = 140;

const answered = alias(chatMessages, "answered");
const asker = alias(admissions, "asker");
const reader = alias(admissions, "reader");

/** One message as browsers get it, once mentions and moments are put into words. */
const columns = {
  id: chatMessages.id,
  roomId: chatMessages.roomId,
  scope: chatMessages.scope,
  admissionId: chatMessages.admissionId,
  name: admissions.displayName,
  toId: chatMessages.toAdmissionId,
  toName: reader.displayName,
  text: chatMessages.text,
  clientKey: chatMessages.clientKey,
  createdAt: chatMessages.createdAt,
  editedAt: chatMessages.editedAt,
  deletedAt: chatMessages.deletedAt,
  replyToId: chatMessages.replyToId,
  answeredName: asker.displayName,
  answeredText: sql<
    string | null
  >`case when ${answered.hiddenAt} is null then left(${answered.text}, ${QUOTED}) end`,
};

type Who = { me: Id<"admission"> | undefined; isHost: boolean; rooms: readonly Id<"room">[] };

/** As `isReadBy` says: the room's words, what goes to the hosts, and what is said between two. */
function readBy({ me, isHost, rooms }: Who): SQL | undefined {
  const mine = me ? eq(chatMessages.admissionId, me) : sql`false`;
  const inRooms = rooms.length > 0 ? inArray(chatMessages.roomId, [...rooms]) : sql`false`;
  const asked = me ? eq(answered.admissionId, me) : sql`false`;
  const toMe = me ? eq(chatMessages.toAdmissionId, me) : sql`false`;
  return or(
    and(eq(chatMessages.scope, "room"), inRooms),
    and(eq(chatMessages.scope, "hosts"), isHost ? sql`true` : or(mine, asked)),
    and(eq(chatMessages.scope, "private"), or(mine, toMe)),
  );
}

type Asked = { eventId: Id<"event">; after?: string | null; before?: string | null };

/**
 * `GET chat`: what the reader may read now, oldest first, at most 200: with `after` what came later than that message, with
 * `before` what came sooner, else the newest. `earlier`: there may be more before these.
 */
export async function listMessages(actor: Actor, { eventId, after = null, before = null }: Asked, now: Date) {
  const standing = await standingOf(db(), actor, { eventId, now });
  if (!standing || !can(actor, "room.enter", standing)) return keptOut(standing);
  const isHost = can(actor, "room.moderate", standing);
  const main = isHost ? standing.rooms.filter(({ kind }) => kind === "main").map(({ id }) => id) : [];
  const rooms = [...standing.myRooms, ...main].flatMap((id) => idOf("room").safeParse(id).data ?? []);
  const start = after === null ? undefined : await fromThere(db(), eventId, { id: after, way: "after" });
  const end = before === null ? undefined : await fromThere(db(), eventId, { id: before, way: "before" });
  const me = standing.me?.admission.id;
  const found = await read(db(), {
    where: and(eq(chatMessages.eventId, eventId), readBy({ me, isHost, rooms }), start, end),
    oldestFirst: start !== undefined,
  });
  return ok({
    messages: await named(db(), eventId, start ? found : found.reverse()),
    earlier: start === undefined && found.length === PAGE,
    settings: await chatSettingsOf(db(), eventId, standing.event.mode),
  });
}

const read = (from: Reader, { where, oldestFirst }: { where: SQL | undefined; oldestFirst: boolean }) =>
  from
    .select(columns)
    .from(chatMessages)
    .innerJoin(admissions, eq(admissions.id, chatMessages.admissionId))
    .leftJoin(reader, eq(reader.id, chatMessages.toAdmissionId))
    .leftJoin(answered, eq(answered.id, chatMessages.replyToId))
    .leftJoin(asker, eq(asker.id, answered.admissionId))
    .where(and(isNull(chatMessages.hiddenAt), where))
    .orderBy(
      ...(oldestFirst
        ? [asc(chatMessages.createdAt), asc(chatMessages.id)]
        : [desc(chatMessages.createdAt), desc(chatMessages.id)]),
    )
    .limit(PAGE);

/** The beginning of what is answered; a name that would be cut in two is left out. */
function quoteOf(text: string | null): string {
  const isWhole = text === null || [...text].length < QUOTED;
  return isWhole ? (text ?? "") : `${text.replace(/<@\w*$/, "")}…`;
}

type Found = Awaited<ReturnType<typeof read>>[number];

/** The same with the names of whoever is mentioned, of which only those of this event are anybody's. */
async function named(from: Reader, eventId: Id<"event">, found: readonly Found[]) {
  const wanted = new Set(found.flatMap((one) => mentionsIn(`${one.text} ${one.answeredText ?? ""}`)));
  const ids = [...wanted].flatMap((id) => idOf("admission").safeParse(id).data ?? []);
  const people =
    ids.length === 0
      ? []
      : await from
          .select({ admissionId: admissions.id, name: admissions.displayName })
          .from(admissions)
          .where(and(eq(admissions.eventId, eventId), inArray(admissions.id, ids)));
  const known = new Map<string, (typeof people)[number]>(people.map((one) => [one.admissionId, one]));
  return found.map(
    ({ createdAt, editedAt, deletedAt, replyToId, answeredName, answeredText, ...message }) => ({
      ...message,
      at: createdAt.toISOString(),
      edited: editedAt !== null,
      deleted: deletedAt !== null,
      replyTo: replyToId && { id: replyToId, name: answeredName ?? "", text: quoteOf(answeredText) },
      mentions: mentionsIn(`${message.text} ${answeredText ?? ""}`).flatMap((id) => known.get(id) ?? []),
    }),
  );
}

type There = { id: string; way: "after" | "before" };

/**
 * What lies on one side of that message: after it everything from a little before, because two posts may commit in another
 * order than their times. Nothing is said about a message that is not there any more.
 */
async function fromThere(from: Reader, eventId: Id<"event">, { id: asked, way }: There) {
  const id = idOf("message").safeParse(asked);
  if (!id.success) return undefined;
  const [known] = await from
    .select({ at: chatMessages.createdAt })
    .from(chatMessages)
    .where(and(eq(chatMessages.id, id.data), eq(chatMessages.eventId, eventId)));
  if (!known) return undefined;
  const at = sql`${known.at.toISOString()}::timestamptz`;
  if (way === "after") return gt(chatMessages.createdAt, sql`${at} - interval '2 seconds'`);
  return sql`(${chatMessages.createdAt}, ${chatMessages.id}) < (${at}, ${id.data})`;
}
