import "server-only";
import { and, arrayOverlaps, asc, desc, eq, ne, or, sql } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { entries, entryContacts, entryFiles } from "@/db/schema/board";
import { people } from "@/db/schema/people";
import { type Actor, can } from "@/domain/policy";
import type { GivenFile } from "@/domain/programme/queries/materials";
import { type Id, idOf } from "@/lib/ids";
import { now as clockNow } from "@/lib/time/clock";
import { type EntryView, selectEntries, viewOf } from "./entries";
import { ownScope } from "./scopes";
import { taxonomyIn } from "./taxonomy";
import { notHiddenFrom, visibleTo } from "./visible";

type Reading = { entryId: unknown; allianceId: Id<"alliance">; now?: Date };

/** Somebody who offers help, as the entry's side sees them; address and company only once both have agreed. */
export type ContactView = {
  id: Id<"contact">;
  state: "asked" | "agreed" | "declined";
  note: string;
  name: string;
  organisation: string;
  email: string | null;
};

export type EntryPage = EntryView & {
  /** As it is stored, for the form. */
  raw: typeof entries.$inferSelect;
  files: { fileId: Id<"file">; name: string; bytes: number }[];
  /** Whether the viewer is the entry's side, and may change it. */
  mayChange: boolean;
  /** Whether the viewer's office answers for what is said there. */
  mayModerate: boolean;
  /** To the entry's side alone. */
  contacts: ContactView[];
  /** The viewer's own offer to help, with whom to write to once both agree. */
  myContact: { state: ContactView["state"]; email: string | null; organisation: string } | undefined;
  similar: EntryView[];
};

/** An entry of an alliance with all that its page shows; undefined where the viewer may not read it. */
export async function entryFor(
  viewer: Actor,
  { entryId, allianceId, now = clockNow() }: Reading,
  reader: Reader = db(),
): Promise<EntryPage | undefined> {
  const id = idOf("entry").safeParse(entryId);
  if (!id.success) return undefined;
  const mayRead = await visibleTo(reader, viewer, { allianceId, now });
  const [row] = await selectEntries(reader).where(and(mayRead, eq(entries.id, id.data)));
  if (!row) return undefined;
  const taxonomy = await taxonomyIn(allianceId, reader);
  const { entry } = row;
  const mayChange = can(viewer, "entry.change", ownScope(entry));
  const files = await reader
    .select({ fileId: entryFiles.fileId, name: entryFiles.fileName, bytes: entryFiles.fileBytes })
    .from(entryFiles)
    .where(eq(entryFiles.entryId, entry.id))
    .orderBy(asc(entryFiles.createdAt));
  // By tags in common, and by words that are alike.
  const similar = await selectEntries(reader)
    .where(
      and(
        mayRead,
        ne(entries.id, entry.id),
        ne(entries.state, "solved"),
        or(
          arrayOverlaps(entries.tags, entry.tags.flatMap(taxonomy.family)),
          sql`similarity(${entries.searchText}, ${entry.searchText}) > 0.3`,
        ),
      ),
    )
    .orderBy(desc(sql`similarity(${entries.searchText}, ${entry.searchText})`), desc(entries.createdAt))
    .limit(3);
  return {
    ...viewOf(row, viewer, taxonomy),
    raw: entry,
    files,
    mayChange,
    mayModerate: can(viewer, "entry.moderate", { networkId: entry.networkId }),
    contacts: mayChange ? await contactsOf(reader, entry.id) : [],
    myContact: await myContactOf(reader, viewer, row),
    similar: similar.map((one) => viewOf(one, viewer, taxonomy)),
  };
}

async function contactsOf(reader: Reader, entryId: Id<"entry">): Promise<ContactView[]> {
  const rows = await reader
    .select({ contact: entryContacts, person: people })
    .from(entryContacts)
    .innerJoin(people, eq(people.id, entryContacts.personId))
    .innerJoin(entries, eq(entries.id, entryContacts.entryId))
    // Who keeps away from whom after the offer was made: nothing of it is answered any more.
    .where(
      and(
        eq(entryContacts.entryId, entryId),
        or(ne(entryContacts.state, "asked"), notHiddenFrom(entryContacts.personId)),
      ),
    )
    .orderBy(asc(entryContacts.createdAt));
  return rows.map(({ contact: { id, state, note }, person: { name, organisation, email } }) => ({
    ...{ id, state, note, name, organisation },
    email: state === "agreed" ? email : null,
  }));
}

type Found = Awaited<ReturnType<typeof selectEntries>>[number];

async function myContactOf(reader: Reader, viewer: Actor, { entry, author }: Found) {
  if (viewer.type !== "person") return undefined;
  const [mine] = await reader
    .select({ state: entryContacts.state })
    .from(entryContacts)
    .where(and(eq(entryContacts.entryId, entry.id), eq(entryContacts.personId, viewer.personId)));
  if (!mine) return undefined;
  const agreed = mine.state === "agreed";
  const email = agreed ? await addressOf(reader, entry.networkId, author?.id) : null;
  return { state: mine.state, email, organisation: agreed ? entry.organisation : "" };
}

/** Whom one writes to about an entry: its person, or the office. */
async function addressOf(
  reader: Reader,
  networkId: Id<"network">,
  personId: Id<"person"> | undefined,
): Promise<string | null> {
  const [row] = personId
    ? await reader.select({ email: people.email }).from(people).where(eq(people.id, personId))
    : await reader.select({ email: networks.contactEmail }).from(networks).where(eq(networks.id, networkId));
  return row?.email ?? null;
}

/** A file of an entry, for whoever may read the entry. */
export async function findEntryFile(
  viewer: Actor,
  fileId: unknown,
  reader: Reader = db(),
): Promise<GivenFile | undefined> {
  const id = idOf("file").safeParse(fileId);
  if (!id.success) return undefined;
  const [row] = await reader
    .select({ file: entryFiles, allianceId: entries.allianceId })
    .from(entryFiles)
    .innerJoin(entries, eq(entries.id, entryFiles.entryId))
    .where(eq(entryFiles.fileId, id.data));
  if (!row) return undefined;
  const mayRead = await visibleTo(reader, viewer, { allianceId: row.allianceId, now: clockNow() });
  const readable = await reader.$count(entries, and(mayRead, eq(entries.id, row.file.entryId)));
  const { fileType: type, fileName: name } = row.file;
  return readable > 0 ? { fileId: id.data, type, name } : undefined;
}

/** Whether the viewer may add files to an entry; asked before a byte is read. */
export async function mayChangeEntry(
  viewer: Actor,
  entryId: unknown,
  reader: Reader = db(),
): Promise<boolean> {
  const id = idOf("entry").safeParse(entryId);
  if (!id.success) return false;
  const [entry] = await reader.select().from(entries).where(eq(entries.id, id.data));
  return entry !== undefined && can(viewer, "entry.change", ownScope(entry));
}
