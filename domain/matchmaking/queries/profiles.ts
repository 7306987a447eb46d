import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { hiddenFrom, personBlocks, talkProfiles } from "@/db/schema/matchmaking";
import { people } from "@/db/schema/people";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import type { Hideable } from "../labels";

type PersonId = Id<"person">;
export type ProfileRow = Omit<typeof talkProfiles.$inferSelect, "personId" | "createdAt">;
/** What somebody shows of themselves; empty for what they keep. */
export type ProfileView = Pick<
  ProfileRow,
  "role" | "size" | "region" | "languages" | "cooperation" | "ways"
> & {
  sentence: string;
};

const blank: ProfileRow = {
  ...{ role: "", size: "", region: "", languages: [], cooperation: [], ways: [] },
  ...{ hidden: [], takesTalks: true },
};

/** The profiles of these people, as they wrote them. */
export async function profilesOf(
  reader: Reader,
  ids: readonly PersonId[],
): Promise<Map<PersonId, ProfileRow>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .select()
    .from(talkProfiles)
    .where(inArray(talkProfiles.personId, [...ids]));
  return new Map(rows.map(({ personId, createdAt: _, ...row }) => [personId, row]));
}

/** What others see of it: nothing that its person keeps. */
export function visibleOf(row: ProfileRow | undefined, sentence: string): ProfileView {
  const { hidden, role, size, region, languages, cooperation, ways } = row ?? blank;
  const keeps = (field: Hideable) => hidden.includes(field);
  return {
    role: keeps("role") ? "" : role,
    size: keeps("size") ? "" : size,
    region: keeps("region") ? "" : region,
    languages: keeps("languages") ? [] : languages,
    cooperation: keeps("cooperation") ? [] : cooperation,
    ways: keeps("ways") ? [] : ways,
    sentence: keeps("sentence") ? "" : sentence,
  };
}

export type MyTalkProfile = ProfileRow & {
  hiddenFrom: string[];
  blocked: { personId: PersonId; name: string }[];
};

/** The viewer's own profile for talks, with whom they keep away from; guests have none. */
export async function talkProfileOf(viewer: Actor, reader: Reader = db()): Promise<MyTalkProfile> {
  if (viewer.type !== "person") return { ...blank, hiddenFrom: [], blocked: [] };
  const { personId } = viewer;
  const profile = (await profilesOf(reader, [personId])).get(personId) ?? blank;
  const organisations = await reader
    .select({ name: hiddenFrom.organisation })
    .from(hiddenFrom)
    .where(eq(hiddenFrom.personId, personId))
    .orderBy(asc(hiddenFrom.organisation));
  const blocked = await reader
    .select({ personId: people.id, name: people.name })
    .from(personBlocks)
    .innerJoin(people, eq(people.id, personBlocks.blockedId))
    .where(eq(personBlocks.personId, personId))
    .orderBy(asc(people.name));
  return { ...profile, hiddenFrom: organisations.map(({ name }) => name), blocked };
}

/** Those of these people who take no talks at all, whatever they said at registrations. */
export async function silentAmong(reader: Reader, ids: readonly PersonId[]): Promise<ReadonlySet<PersonId>> {
  const rows = await reader
    .select({ personId: talkProfiles.personId })
    .from(talkProfiles)
    .where(and(inArray(talkProfiles.personId, [...ids]), eq(talkProfiles.takesTalks, false)));
  return new Set(rows.map(({ personId }) => personId));
}
