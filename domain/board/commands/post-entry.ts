import { defineCommand } from "@/domain/kernel/command";
import { findSeriesById } from "@/domain/programme/queries/listings";
import type { Id } from "@/lib/ids";
import { fail, type Result } from "@/lib/result";
import { postEntryRow } from "../internal/entry-rows";
import { belongsTo } from "../queries/scopes";
import { postEntryInput } from "../schema";

type PostedHere = Result<{ entryId: Id<"entry"> }, "input" | "too_many_entries" | "not_in_alliance">;

/** Puts a person's own need, request or offer on the board of a series; the network that plans it answers for it. */
export const postEntry = defineCommand({
  name: "post-entry",
  input: postEntryInput,
  permission: "entry.post",
  load: async ({ tx, actor }, { seriesId }) => {
    const board = await findSeriesById(seriesId, tx);
    if (!board?.networkId || actor.type !== "person") return undefined;
    const { allianceId, networkId } = board;
    return { networkId, allianceId, ownerIds: [actor.personId], personId: actor.personId };
  },
  run: async (context, input, { allianceId, networkId, personId }): Promise<PostedHere> => {
    if (!(await belongsTo(context.tx, context.actor, allianceId))) return fail("conflict", "not_in_alliance");
    const { seriesId } = input;
    const own = { ...input, anonymous: false };
    return postEntryRow(context, own, { seriesId, allianceId, networkId, personId });
  },
});
