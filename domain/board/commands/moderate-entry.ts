import { eq } from "drizzle-orm";
import { entries, entryReports } from "@/db/schema/board";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { lockEntry } from "../queries/scopes";
import { moderateEntryInput } from "../schema";

/** Hides an entry with a reason that its side reads, or shows it again. With the decision its reports are done. */
export const moderateEntry = defineCommand({
  name: "moderate-entry",
  input: moderateEntryInput,
  permission: "entry.moderate",
  load: async ({ tx }, { entryId }) => {
    const found = await lockEntry(tx, entryId);
    return found && { networkId: found.entry.networkId, entry: found.entry };
  },
  run: async ({ tx, now }, { hidden, reason }, { entry }) => {
    const said =
      hidden === "yes"
        ? { hiddenAt: entry.hiddenAt ?? now, hiddenReason: reason ?? "other" }
        : { hiddenAt: null, hiddenReason: null };
    await tx.update(entries).set(said).where(eq(entries.id, entry.id));
    await tx.delete(entryReports).where(eq(entryReports.entryId, entry.id));
    return ok({ entryId: entry.id });
  },
});
