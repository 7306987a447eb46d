import { and, eq } from "drizzle-orm";
import { digestReaders } from "@/db/schema/board";
import { defineCommand } from "@/domain/kernel/command";
import { findSeriesById } from "@/domain/programme/queries/listings";
import { ok } from "@/lib/result";
import { chooseDigestInput } from "../schema";

/** Takes the weekly mail about a board's new entries, or ends it. */
export const chooseDigest = defineCommand({
  name: "choose-digest",
  input: chooseDigestInput,
  permission: "entry.contact",
  load: async ({ tx, actor }, { seriesId }) => {
    const board = await findSeriesById(seriesId, tx);
    if (!board || actor.type !== "person") return undefined;
    return { networkId: null, ownerIds: [actor.personId], personId: actor.personId };
  },
  run: async ({ tx, now }, { seriesId, want }, { personId }) => {
    if (want === "on")
      await tx.insert(digestReaders).values({ personId, seriesId, createdAt: now }).onConflictDoNothing();
    else
      await tx
        .delete(digestReaders)
        .where(and(eq(digestReaders.personId, personId), eq(digestReaders.seriesId, seriesId)));
    return ok({ want });
  },
});
