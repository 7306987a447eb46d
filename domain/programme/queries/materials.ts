import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { materials, sessions, speakers } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import { type Actor, can, stageRoleOf } from "@/domain/policy";
import { type Id, idOf } from "@/lib/ids";
import { type EventScope, eventScope, isVisibleTo } from "../queries";
import { isGivenOut, isPast, type Nearness } from "../rules";
import { heldBy, isSeatedIn } from "./seated";

/** A material as pages show it: a link, or a file behind the material's own address. */
export type MaterialView = {
  id: Id<"material">;
  title: string;
  url: string | null;
  file: { name: string; bytes: number } | null;
  /** Of the agenda item it belongs to. */
  sessionId: Id<"session"> | null;
  item: string | null;
  audience: "everyone" | "registered";
  afterEvent: boolean;
};
type Shown = Pick<EventScope, "status" | "startsAt" | "endsAt"> & { id: Id<"event"> };

async function listOf(reader: Reader, eventId: Id<"event">): Promise<MaterialView[]> {
  const rows = await reader
    .select({ material: materials, item: sessions.title })
    .from(materials)
    .leftJoin(sessions, eq(sessions.id, materials.sessionId))
    .where(eq(materials.eventId, eventId))
    .orderBy(asc(materials.position), asc(materials.id));
  return rows.map(({ material, item }) => {
    const { id, title, url, fileName, fileBytes, sessionId, audience, afterEvent } = material;
    const file = fileName !== null && fileBytes !== null ? { name: fileName, bytes: fileBytes } : null;
    return { id, title, url, file, sessionId, item, audience, afterEvent };
  });
}

const seenBy = (list: readonly MaterialView[], event: Shown, at: { nearness: Nearness; now: Date }) => {
  const isOver = isPast(event, at.now);
  return list.filter((one) => isGivenOut(one, { nearness: at.nearness, isOver }));
};

/** What everybody who sees the event's page may have. */
export const publicMaterials = async (event: Shown, now: Date, reader: Reader = db()) =>
  seenBy(await listOf(reader, event.id), event, { nearness: "visitor", now });

/** A confirmed place that is provably the viewer's; whoever waits for one has none yet. */
async function hasPlace(reader: Reader, viewer: Actor, eventId: Id<"event">): Promise<boolean> {
  const held = heldBy(viewer);
  if (!held) return false;
  const own = and(eq(registrations.eventId, eventId), eq(registrations.status, "confirmed"), held);
  const rows = await reader.select({ id: registrations.id }).from(registrations).where(own).limit(1);
  return rows.length > 0;
}

async function nearnessOf(reader: Reader, viewer: Actor, event: EventScope): Promise<Nearness> {
  if (can(viewer, "event.readDesk", event)) return "team";
  const takesPart = stageRoleOf(viewer, event) !== undefined || (await hasPlace(reader, viewer, event.id));
  return takesPart ? "participant" : "visitor";
}

/** Whether the viewer may know of the event at all: what has no page for them has no materials either. */
const mayKnow = async (reader: Reader, viewer: Actor, event: EventScope): Promise<boolean> =>
  isVisibleTo(viewer, event) || (event.status !== "draft" && (await isSeatedIn(reader, viewer, event.id)));

/** What this viewer may have of an event's materials. */
export async function materialsFor(viewer: Actor, eventId: Id<"event">, now: Date): Promise<MaterialView[]> {
  const reader = db();
  const event = await eventScope(reader, eventId);
  if (!event || !(await mayKnow(reader, viewer, event))) return [];
  const nearness = await nearnessOf(reader, viewer, event);
  return seenBy(await listOf(reader, eventId), event, { nearness, now });
}

/** All of them, for whoever may change them; undefined for everybody else. */
export async function materialsForDesk(
  viewer: Actor,
  eventId: Id<"event">,
  reader: Reader = db(),
): Promise<MaterialView[] | undefined> {
  const event = await eventScope(reader, eventId);
  return event && can(viewer, "event.update", event) ? listOf(reader, eventId) : undefined;
}

/** Whether those who took part find something to take along when the event is over. For jobs, which show nothing of it. */
export const givesMaterials = async (eventId: Id<"event">, reader: Reader = db()): Promise<boolean> =>
  (await reader.$count(materials, eq(materials.eventId, eventId))) > 0;

export type GivenFile = { fileId: Id<"file">; type: string; name: string };

/** The file behind a material, if it is one and this viewer may have it now. Everything else looks missing. */
export async function findFile(
  viewer: Actor,
  materialId: unknown,
  now: Date,
): Promise<GivenFile | undefined> {
  const reader = db();
  const id = idOf("material").safeParse(materialId);
  if (!id.success) return undefined;
  const [row] = await reader.select().from(materials).where(eq(materials.id, id.data));
  if (!row?.fileId || row.fileType === null || row.fileName === null) return undefined;
  const event = await eventScope(reader, row.eventId);
  if (!event || !(await mayKnow(reader, viewer, event))) return undefined;
  const nearness = await nearnessOf(reader, viewer, event);
  if (!isGivenOut(row, { nearness, isOver: isPast(event, now) })) return undefined;
  return { fileId: row.fileId, type: row.fileType, name: row.fileName };
}

/** Whether the viewer may change the page of the event with this id; asked before a file is taken in. */
export async function mayEditEvent(viewer: Actor, eventId: unknown, reader: Reader = db()): Promise<boolean> {
  const id = idOf("event").safeParse(eventId);
  const event = id.success ? await eventScope(reader, id.data) : undefined;
  return event !== undefined && can(viewer, "event.update", event);
}

async function speakerBy(speakerId: unknown) {
  const id = idOf("speaker").safeParse(speakerId);
  if (!id.success) return undefined;
  const [speaker] = await db().select().from(speakers).where(eq(speakers.id, id.data));
  const event = speaker && (await eventScope(db(), speaker.eventId));
  return speaker && event ? { speaker, event } : undefined;
}

/** The event on whose page the speaker stands, if the viewer may change it. */
export async function eventOfSpeaker(viewer: Actor, speakerId: unknown): Promise<Id<"event"> | undefined> {
  const found = await speakerBy(speakerId);
  return found && can(viewer, "event.update", found.event) ? found.event.id : undefined;
}

/** The speaker's picture, for whoever may know of the event. */
export async function findPicture(viewer: Actor, speakerId: unknown): Promise<Id<"file"> | undefined> {
  const found = await speakerBy(speakerId);
  if (!found?.speaker.pictureId || !(await mayKnow(db(), viewer, found.event))) return undefined;
  return found.speaker.pictureId;
}

/** Which of these files some row still names. */
export async function filesInUse(
  ids: readonly Id<"file">[],
  reader: Reader = db(),
): Promise<Set<Id<"file">>> {
  if (ids.length === 0) return new Set();
  // One statement: a picture that is copied while its original goes is seen at one of the two.
  const rows = await reader
    .select({ id: materials.fileId })
    .from(materials)
    .where(inArray(materials.fileId, [...ids]))
    .union(
      reader
        .select({ id: speakers.pictureId })
        .from(speakers)
        .where(inArray(speakers.pictureId, [...ids])),
    )
    .union(
      reader
        .select({ id: networks.logoId })
        .from(networks)
        .where(inArray(networks.logoId, [...ids])),
    );
  return new Set(rows.flatMap(({ id }) => (id ? [id] : [])));
}
