import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { officeScope } from "../queries/scopes";
import { exportEntriesInput } from "../schema";

/** Says that an office takes the entries it answers for away as a file; the rows are read afterwards. */
export const exportEntries = defineCommand({
  name: "export-entries",
  input: exportEntriesInput,
  permission: "entry.export",
  load: ({ tx }, { networkId }) => officeScope(tx, networkId),
  run: async (_context, input) => ok(input),
});
