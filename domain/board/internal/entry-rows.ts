import { and, eq, ne, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { entries } from "@/db/schema/board";
import type { Context } from "@/domain/kernel/context";
import { inTurn } from "@/domain/kernel/turns";
import type { Id } from "@/lib/ids";
import { normalised } from "@/lib/plain-words";
import { fail, ok, type Result } from "@/lib/result";
import { isOwnAudience } from "../queries/readable";
import { taxonomyIn } from "../queries/taxonomy";
import { validUntil } from "../rules";
import type { EntryFields } from "../schema";

type Place = { seriesId: Id<"series">; allianceId: Id<"alliance"> };
/** What it said before keeps what it has, also a topic that is offered no longer. */
type Before = { tags?: readonly string[] };
const wrong = (field: string, key: string) => fail("invalid", "input", { fields: { [field]: [key] } });

/** What a form says of an entry, as its row holds it; or what is wrong beside which field. */
export async function entryValues({ tx, actor, now }: Context, said: EntryFields, place: Place & Before) {
  const until = validUntil(said.validUntil, now);
  if (!until) return wrong("validUntil", "invalid_date");
  const taxonomy = await taxonomyIn(place.allianceId, tx);
  const tags = said.tags.map(taxonomy.resolve);
  if (tags.some((tag) => tag === undefined)) return wrong("tags", "invalid_tag");
  const kept = new Set(place.tags?.map(taxonomy.resolve));
  if (tags.some((tag) => tag !== undefined && taxonomy.isRetired(tag) && !kept.has(tag)))
    return wrong("tags", "retired_tag");
  const eventId = said.audience === "participants" ? said.eventId : undefined;
  const audienceNetworkId = said.audience === "network" ? said.audienceNetworkId : undefined;
  if (said.audience === "network" && !audienceNetworkId) return wrong("audienceNetworkId", "required");
  if (!(await isOwnAudience(tx, actor, { seriesId: place.seriesId, eventId, audienceNetworkId })))
    return wrong("audience", "invalid");
  const { kind, title, text, cooperation, organisation, anonymous, audience } = said;
  return ok({
    ...{ kind, title, text, organisation, anonymous, audience },
    tags: [...new Set(tags.flatMap((tag) => tag ?? []))],
    cooperation: [...new Set(cooperation)],
    eventId: eventId ?? null,
    audienceNetworkId: audienceNetworkId ?? null,
    validUntil: until,
    searchText: normalised(`${title} ${text}`),
    changedAt: now,
  });
}

/** Entries of one person in a series that are not solved: a board is no place for lists of products. */
export const MOST_OPEN = 20;

/** Whether one more of theirs may be open there. A person's entries are counted one after the other. */
export async function mayOpenOneMore(
  tx: Transaction,
  { seriesId, personId }: { seriesId: Id<"series">; personId: Id<"person"> },
): Promise<boolean> {
  await inTurn(tx, "entries", `${seriesId} ${personId}`);
  const mine = and(
    eq(entries.seriesId, seriesId),
    eq(entries.personId, personId),
    ne(entries.state, "solved"),
  );
  return (await tx.$count(entries, mine)) < MOST_OPEN;
}

type Whose = Place & { networkId: Id<"network">; personId: Id<"person"> | null };
type Posted = Result<{ entryId: Id<"entry"> }, "input" | "too_many_entries">;

/** Writes an entry down. */
export async function postEntryRow(context: Context, said: EntryFields, whose: Whose): Promise<Posted> {
  const { tx, now } = context;
  const values = await entryValues(context, said, whose);
  if (!values.ok) return values;
  const { seriesId, personId, allianceId, networkId } = whose;
  if (personId && !(await mayOpenOneMore(tx, { seriesId, personId })))
    return fail("conflict", "too_many_entries");
  const [row] = await tx
    .insert(entries)
    .values({ ...values.value, seriesId, personId, allianceId, networkId, createdAt: now })
    .returning({ id: entries.id });
  if (!row) throw new Error("the entry was not stored");
  return ok({ entryId: row.id });
}

/** Somebody wants to talk about it: an open entry is in talks, any other stays as it is. */
export const isNowInTalks = {
  state: sql`case when ${entries.state} = 'open' then 'in_talks' else ${entries.state} end`,
};
