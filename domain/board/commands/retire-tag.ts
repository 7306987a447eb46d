import { taxonomyTags } from "@/db/schema/board";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { tagScope } from "../internal/own-tag";
import { lockTags, tagIs } from "../internal/tag-rows";
import { retireTagInput } from "../schema";

/** Takes a tag out of what can be chosen, or puts it back. */
export const retireTag = defineCommand({
  name: "retire-tag",
  input: retireTagInput,
  permission: "taxonomy.manage",
  load: ({ tx }, input) => tagScope(tx, input),
  run: async ({ tx, now }, { tag, retired }, { allianceId }) => {
    await lockTags(tx, allianceId);
    await tx
      .update(taxonomyTags)
      .set({ retiredAt: retired === "yes" ? now : null })
      .where(tagIs(allianceId, tag));
    return ok({ tag });
  },
});
