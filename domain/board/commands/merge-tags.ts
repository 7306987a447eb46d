import { taxonomyTags } from "@/db/schema/board";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { tagScope } from "../internal/own-tag";
import { lockTags, tagIs } from "../internal/tag-rows";
import { mergeRefusal } from "../rules";
import { mergeTagsInput } from "../schema";

/**
 * Makes one tag of two: wherever the first stands it means the second from now on, and its names still find it. No row
 * elsewhere changes. Decided under the lock of all tags, so that no two merges make a circle.
 */
export const mergeTags = defineCommand({
  name: "merge-tags",
  input: mergeTagsInput,
  permission: "taxonomy.manage",
  load: ({ tx }, input) => tagScope(tx, input),
  run: async ({ tx }, { tag, into }, { allianceId }) => {
    const rows = await lockTags(tx, allianceId);
    const reason = mergeRefusal(rows, tag, into);
    if (reason) return fail("conflict", reason);
    await tx.update(taxonomyTags).set({ mergedInto: into }).where(tagIs(allianceId, tag));
    return ok({ tag: into });
  },
});
