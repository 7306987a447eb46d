import { defineCommand } from "@/domain/kernel/command";
import { findSeriesById } from "@/domain/programme/queries/listings";
import { postEntryRow } from "../internal/entry-rows";
import { officeScope } from "../queries/scopes";
import { postOfficeEntryInput } from "../schema";

/** Puts an entry on the board in a network's name, for somebody who is named or, until both sides agree, is not. */
export const postOfficeEntry = defineCommand({
  name: "post-office-entry",
  input: postOfficeEntryInput,
  permission: "entry.postForNetwork",
  load: async ({ tx }, { seriesId, networkId }) => {
    const [office, board] = [await officeScope(tx, networkId), await findSeriesById(seriesId, tx)];
    return office && board && office.allianceId === board.allianceId ? office : undefined;
  },
  run: (context, input, { allianceId, networkId }) =>
    postEntryRow(context, input, { seriesId: input.seriesId, allianceId, networkId, personId: null }),
});
