import { taxonomyTags } from "@/db/schema/board";
import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { fail, ok } from "@/lib/result";
import { lockTags } from "../internal/tag-rows";
import { officeScope } from "../queries/scopes";
import { tagIdFor } from "../rules";
import { addTagInput } from "../schema";

/** Adds a tag to the alliance's, or to those of one event of the network. */
export const addTag = defineCommand({
  name: "add-tag",
  input: addTagInput,
  permission: "taxonomy.manage",
  load: async ({ tx }, { networkId, eventId }) => {
    const office = await officeScope(tx, networkId);
    const event = eventId ? await eventScope(tx, eventId) : undefined;
    return eventId && event?.networkId !== networkId ? undefined : office;
  },
  run: async ({ tx, now }, input, { allianceId }) => {
    const { field, labelDe, labelEn, synonyms, eventId = null } = input;
    const rows = await lockTags(tx, allianceId);
    const tag = tagIdFor(labelDe, new Set(rows.map((row) => row.tag)));
    await tx
      .insert(taxonomyTags)
      .values({ allianceId, tag, field, labelDe, labelEn, synonyms, eventId, createdAt: now });
    return ok({ tag });
  },
  onConstraint: {
    taxonomy_tags_one_per_label: fail("conflict", "label_taken").failure,
    taxonomy_tags_one_per_label_of_event: fail("conflict", "label_taken").failure,
  },
});
