import { taxonomyTags } from "@/db/schema/board";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { tagScope } from "../internal/own-tag";
import { lockTags, tagIs } from "../internal/tag-rows";
import { changeTagInput } from "../schema";

/** Renames a tag and says by which words it is found besides; whoever has chosen it keeps it. */
export const changeTag = defineCommand({
  name: "change-tag",
  input: changeTagInput,
  permission: "taxonomy.manage",
  load: ({ tx }, input) => tagScope(tx, input),
  run: async ({ tx }, { tag, labelDe, labelEn, synonyms }, { allianceId }) => {
    await lockTags(tx, allianceId);
    await tx.update(taxonomyTags).set({ labelDe, labelEn, synonyms }).where(tagIs(allianceId, tag));
    return ok({ tag });
  },
  onConstraint: {
    taxonomy_tags_one_per_label: fail("conflict", "label_taken").failure,
    taxonomy_tags_one_per_label_of_event: fail("conflict", "label_taken").failure,
  },
});
