import { eq } from "drizzle-orm";
import { listings } from "@/db/schema/matchmaking";
import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { ok } from "@/lib/result";
import { allianceOf } from "../queries/sides";
import { publishListingInput } from "../schema";

/** Replaces what a person seeks and offers. The one sentence stands with the first tag. */
export const publishListing = defineCommand({
  name: "publish-listing",
  input: publishListingInput,
  permission: "listing.publish",
  load: async ({ tx, actor }, { eventId }) => {
    const event = await eventScope(tx, eventId);
    if (!event || actor.type !== "person") return undefined;
    return { networkId: event.networkId, eventId, ownerIds: [actor.personId], personId: actor.personId };
  },
  run: async ({ tx, now }, { eventId, needs, offers, sentence }, { personId }) => {
    const allianceId = await allianceOf(tx, eventId);
    const tagged = [
      ...[...new Set(needs)].map((tag) => ({ kind: "need" as const, tag })),
      ...[...new Set(offers)].map((tag) => ({ kind: "offer" as const, tag })),
    ];
    await tx.delete(listings).where(eq(listings.personId, personId));
    if (tagged.length > 0) {
      await tx.insert(listings).values(
        tagged.map((wish, index) => ({
          ...wish,
          allianceId,
          personId,
          text: index === 0 ? sentence : "",
          createdAt: now,
        })),
      );
    }
    return ok({ tags: tagged.length });
  },
});
