import "server-only";
import { and, asc, eq, gt, isNotNull, ne } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { sheets } from "@/db/schema/interaction-sheets";
import { rooms, rounds } from "@/db/schema/rooms";
import { type Actor, can } from "@/domain/policy";
import { isProven, listeningOf } from "@/domain/rooms/queries";
import { standingAt, standingOf } from "@/domain/rooms/queries/standing";
import { keptOut } from "@/domain/rooms/rules";
import { type Id, idOf } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { docOf, elementsIn, textIn } from "../internal/sheet-doc";
import { partsOf, type Sheet, updatesAfter } from "../internal/sheet-rows";
import { hasSheets, isWhole, mayWriteSheet, sheetsOf } from "../rules/sheets";
import { type SheetKind, sheetKind } from "../schema/sheets";

type Standing = NonNullable<Awaited<ReturnType<typeof standingOf>>>;

/** The room, where it has sheets and the reader may be in it. */
function readableRoom(standing: Standing, roomId: string) {
  const room = standing.rooms.find(({ id }) => id === roomId);
  if (!room || !hasSheets(room.kind) || !standing.myRooms.has(room.id)) return undefined;
  return room;
}

type Asked = { eventId: Id<"event">; roomId: string | null; kind: string; after: string | null };
const inBase64 = (update: Uint8Array) => Buffer.from(update).toString("base64");

/**
 * `GET sheets/{kind}`: what the reader does not have yet of the notes or the whiteboard of a room they may be in. `after` is the
 * number up to which they have it; where too much came since, they get all of it, which changes nothing in what they have.
 */
export async function readSheet(actor: Actor, asked: Asked, now: Date) {
  const { eventId } = asked;
  const standing = await standingOf(db(), actor, { eventId, now });
  if (!standing || !can(actor, "room.enter", standing)) return keptOut(standing);
  const kind = sheetKind.safeParse(asked.kind).data;
  const room = kind && readableRoom(standing, asked.roomId ?? "");
  if (!kind || !room) return fail("not_found", "missing_sheet");
  const { place, rights } = standing;
  const isHere = place?.state === "room" && place.room.id === room.id;
  const mayWrite = isHere && can(actor, "sheet.write", standing) && mayWriteSheet(rights);
  const after = Number(asked.after ?? 0);
  const news = await newsOf({ roomId: room.id, kind, after: Number.isSafeInteger(after) ? after : 0 });
  return ok({ ...news, mayWrite });
}

type Which = { roomId: Id<"room">; kind: SheetKind; after: number };

/** Read at one instant: between two reads a merge would take away what the first one counted on. */
const atOnce = <Value>(read: (tx: Reader) => Promise<Value>): Promise<Value> =>
  db().transaction(read, { isolationLevel: "repeatable read", accessMode: "read only" });

const newsOf = ({ roomId, kind, after }: Which) =>
  atOnce(async (tx) => {
    const [sheet] = await tx
      .select()
      .from(sheets)
      .where(and(eq(sheets.roomId, roomId), eq(sheets.kind, kind)));
    if (!sheet) return { sheetId: null, seq: 0, updates: [] };
    const { id: sheetId, seq } = sheet;
    if (after === seq) return { sheetId, seq, updates: [] };
    const since = after > 0 && after < seq ? await updatesAfter(tx, sheetId, after) : [];
    const numbers = since.map((one) => one.seq);
    const isEnough = since.length > 0 && isWhole(numbers, { after, seq });
    const parts = isEnough ? since.map(({ update }) => update) : await partsOf(tx, sheet);
    return { sheetId, seq, updates: parts.map(inBase64) };
  });

/** Whoever has a sheet open, on the channels of its room and of what was brought to the plenary. */
export async function sheetsListening(
  actor: Actor,
  { slug, roomId }: { slug: string; roomId: string },
  now: Date,
) {
  const listening = await listeningOf(actor, slug, now);
  if (!listening) return undefined;
  const standing = await standingAt(db(), actor, { slug, now });
  if (!standing || !can(actor, "room.enter", standing)) return undefined;
  const room = readableRoom(standing, roomId);
  return room && { who: listening.who, channels: [sheetsOf(room.id), sheetsOf(standing.eventId)] };
}

/** Sheets of breakouts that this reader may have: hosts all of them, others what was brought to the plenary. */
const breakoutSheets = (reader: Reader, eventId: Id<"event">, { seesAll }: { seesAll: boolean }) =>
  reader
    .select({ sheet: sheets, label: rooms.label, round: rounds.title })
    .from(sheets)
    .innerJoin(rooms, eq(rooms.id, sheets.roomId))
    .leftJoin(rounds, eq(rounds.id, rooms.roundId))
    .where(
      and(
        eq(sheets.eventId, eventId),
        eq(rooms.kind, "breakout"),
        gt(sheets.seq, 0),
        seesAll ? undefined : isNotNull(sheets.sharedAt),
      ),
    )
    .orderBy(asc(sheets.createdAt), asc(sheets.id));

/** `GET sheets`: what breakouts wrote and drew, as files for the plenary. */
export async function listSheets(actor: Actor, eventId: Id<"event">, now: Date) {
  const standing = await standingOf(db(), actor, { eventId, now });
  if (!standing || !can(actor, "room.enter", standing)) return keptOut(standing);
  const mayShare = can(actor, "sheet.share", standing);
  const found =
    isProven(standing) || mayShare ? await breakoutSheets(db(), eventId, { seesAll: mayShare }) : [];
  return ok({
    mayShare,
    sheets: found.map(({ sheet: { id, kind, sharedAt, changedAt }, label, round }) => ({
      ...{ id, kind, label, round: round ?? "" },
      ...{ shared: sharedAt !== null, changedAt: changedAt.toISOString() },
    })),
  });
}

/** A sheet as a file: a room's own for whoever may be in it, of a breakout also what was brought, for hosts everything. */
export async function sheetFile(
  actor: Actor,
  { eventId, sheetId }: { eventId: Id<"event">; sheetId: string },
  now: Date,
) {
  const standing = await standingOf(db(), actor, { eventId, now });
  if (!standing || !can(actor, "room.enter", standing)) return keptOut(standing);
  const found = await atOnce(async (tx) => {
    const sheet = await readableSheet(tx, { actor, standing, id: sheetId });
    return sheet && { ...sheet, doc: docOf(await partsOf(tx, sheet), sheet.kind) };
  });
  if (!found) return fail("not_found", "missing_sheet");
  const { id, kind, doc } = found;
  const name = `${standing.event.slug}-${kind}-${id.slice(-6)}`;
  return ok(kind === "notes" ? notesFile(name, textIn(doc)) : drawingFile(name, elementsIn(doc)));
}

type Wanted = { actor: Actor; standing: Standing; id: string };

async function readableSheet(reader: Reader, { actor, standing, id }: Wanted): Promise<Sheet | undefined> {
  const sheetId = idOf("sheet").safeParse(id).data;
  if (!sheetId) return undefined;
  const [found] = await reader
    .select({ sheet: sheets })
    .from(sheets)
    .where(and(eq(sheets.id, sheetId), eq(sheets.eventId, standing.eventId), ne(sheets.seq, 0)));
  if (!found) return undefined;
  const { sheet } = found;
  if (standing.myRooms.has(sheet.roomId) || can(actor, "sheet.share", standing)) return sheet;
  return sheet.sharedAt !== null && isProven(standing) ? sheet : undefined;
}

const notesFile = (name: string, text: string) => ({
  name: `${name}.md`,
  type: "text/markdown; charset=utf-8",
  content: text.endsWith("\n") ? text : `${text}\n`,
});

/** In Excalidraw's own format, which its other programs open, too. */
const drawingFile = (name: string, elements: readonly unknown[]) => ({
  name: `${name}.excalidraw`,
  type: "application/json",
  content: JSON.stringify({
    type: "excalidraw",
    version: 2,
    source: "plenum",
    elements,
    appState: {},
    files: {},
  }),
});
