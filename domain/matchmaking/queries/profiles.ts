import "server-only";
import { and, asc, eq, inArray, or } from "drizzle-orm";
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

export type Apart = {
  /** Blocked by the person, or who blocked them. */
  people: ReadonlySet<PersonId>;
  /** Organisations that the person hides from. */
  mine: ReadonlySet<string>;
  /** Who hides from which organisations. */
  others: ReadonlyMap<PersonId, ReadonlySet<string>>;
  /** Who takes no talks at all. */
  noTalks: ReadonlySet<PersonId>;
};

/** Whom a person does not meet, whoever of the two wanted that; where somebody is named, as far as they are concerned. */
export async function apartFrom(reader: Reader, me: PersonId, other?: PersonId): Promise<Apart> {
  const meant = other && [me, other];
  const blocks = await reader
    .select()
    .from(personBlocks)
    .where(or(eq(personBlocks.personId, me), eq(personBlocks.blockedId, me)));
  const hides = await reader
    .select()
    .from(hiddenFrom)
    .where(meant && inArray(hiddenFrom.personId, meant));
  const silent = await reader
    .select({ personId: talkProfiles.personId })
    .from(talkProfiles)
    .where(and(eq(talkProfiles.takesTalks, false), meant && inArray(talkProfiles.personId, meant)));
  const byPerson = Map.groupBy(hides, ({ personId }) => personId);
  return {
    people: new Set(blocks.map(({ personId, blockedId }) => (personId === me ? blockedId : personId))),
    mine: new Set((byPerson.get(me) ?? []).map(({ organisation }) => organisation)),
    others: new Map(
      [...byPerson].map(([personId, rows]) => [
        personId,
        new Set(rows.map(({ organisation }) => organisation)),
      ]),
    ),
    noTalks: new Set(silent.map(({ personId }) => personId)),
  };
}
