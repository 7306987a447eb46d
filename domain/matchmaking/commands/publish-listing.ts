import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Transaction } from "@/db/client";
import { hiddenFrom, listings, talkProfiles } from "@/db/schema/matchmaking";
import { taxonomyFor } from "@/domain/board/queries/taxonomy";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import { eventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { fail, ok, type Result } from "@/lib/result";
import { allianceOf } from "../queries/sides";
import { publishListingInput } from "../schema";

type Said = z.output<typeof publishListingInput>;
type Whose = { personId: Id<"person">; allianceId: Id<"alliance"> };

/** What somebody says in one alliance: its topics are its own, and what they say in another stays as it is. */
const saidBy = ({ personId, allianceId }: Whose) =>
  and(eq(listings.personId, personId), eq(listings.allianceId, allianceId));

/** Needs and offers anew; the one sentence stands with the first tag. */
async function storeTags(
  { tx, now }: Context,
  { sentence }: Said,
  whose: Whose & { needs: string[]; offers: string[] },
) {
  const { needs, offers, ...ids } = whose;
  const tagged = [
    ...[...new Set(needs)].map((tag) => ({ kind: "need" as const, tag })),
    ...[...new Set(offers)].map((tag) => ({ kind: "offer" as const, tag })),
  ];
  await tx.delete(listings).where(saidBy(ids));
  if (tagged.length > 0)
    await tx
      .insert(listings)
      .values(
        tagged.map((wish, index) => ({ ...wish, ...ids, text: index === 0 ? sentence : "", createdAt: now })),
      );
  return tagged.length;
}

/** What the profile says already: a topic that is offered no longer stays with who has it. */
async function tagsBefore(tx: Transaction, whose: Whose): Promise<string[]> {
  const rows = await tx.select({ tag: listings.tag }).from(listings).where(saidBy(whose));
  return rows.map(({ tag }) => tag);
}

async function storeProfile({ tx, now }: Context, said: Said, personId: Id<"person">) {
  const { role, size, region, languages, cooperation, ways, hidden, noTalks } = said;
  const row = { role, size, region, languages, cooperation, ways, hidden, takesTalks: !noTalks };
  await tx
    .insert(talkProfiles)
    .values({ personId, ...row, createdAt: now })
    .onConflictDoUpdate({ target: talkProfiles.personId, set: row });
  await tx.delete(hiddenFrom).where(eq(hiddenFrom.personId, personId));
  if (said.hiddenFrom.length > 0)
    await tx.insert(hiddenFrom).values(said.hiddenFrom.map((organisation) => ({ personId, organisation })));
}

/** Replaces what a person says of themselves for talks: who they are, what they seek and offer, how and when. */
export const publishListing = defineCommand({
  name: "publish-listing",
  input: publishListingInput,
  permission: "listing.publish",
  load: async ({ tx, actor }, { eventId }) => {
    const event = await eventScope(tx, eventId);
    if (!event || actor.type !== "person") return undefined;
    return { networkId: event.networkId, eventId, ownerIds: [actor.personId], personId: actor.personId };
  },
  run: async (context, said, { personId }): Promise<Result<{ tags: number }, "input">> => {
    const { tx } = context;
    const allianceId = await allianceOf(tx, said.eventId);
    const { resolve, isRetired } = await taxonomyFor({ allianceId, eventId: said.eventId }, tx);
    const today = (tags: readonly string[]) => tags.map(resolve).filter((tag) => tag !== undefined);
    for (const field of ["needs", "offers"] as const)
      if (today(said[field]).length < said[field].length)
        return fail("invalid", "input", { fields: { [field]: ["invalid_tag"] } });
    const kept = new Set((await tagsBefore(tx, { personId, allianceId })).map(resolve));
    for (const field of ["needs", "offers"] as const)
      if (today(said[field]).some((tag) => isRetired(tag) && !kept.has(tag)))
        return fail("invalid", "input", { fields: { [field]: ["retired_tag"] } });
    await storeProfile(context, said, personId);
    const whose = { personId, allianceId, needs: today(said.needs), offers: today(said.offers) };
    return ok({ tags: await storeTags(context, said, whose) });
  },
});
