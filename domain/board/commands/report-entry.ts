import { entryReports } from "@/db/schema/board";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { readableEntry } from "../queries/readable";
import { reportEntryInput } from "../schema";

/** Tells the office what is wrong with an entry; once for each person, and who it was nobody else learns. */
export const reportEntry = defineCommand({
  name: "report-entry",
  input: reportEntryInput,
  permission: "entry.contact",
  load: async ({ tx, actor, now }, { entryId }) => {
    const entry = await readableEntry(tx, actor, { entryId, now });
    if (!entry || actor.type !== "person") return undefined;
    return { networkId: null, ownerIds: [actor.personId], personId: actor.personId };
  },
  run: async ({ tx, now }, { entryId, reason }, { personId }) => {
    await tx
      .insert(entryReports)
      .values({ entryId, personId, reason, createdAt: now })
      .onConflictDoUpdate({ target: [entryReports.entryId, entryReports.personId], set: { reason } });
    return ok({ entryId });
  },
});
