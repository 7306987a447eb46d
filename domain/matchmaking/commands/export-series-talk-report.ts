import { defineCommand } from "@/domain/kernel/command";
import { seriesOffice } from "@/domain/programme/queries/series-desk";
import { ok } from "@/lib/result";
import { exportSeriesTalkReportInput } from "../schema";

/** Says that the office of a series takes the report on all its talks away. */
export const exportSeriesTalkReport = defineCommand({
  name: "export-series-talk-report",
  input: exportSeriesTalkReportInput,
  permission: "series.manage",
  load: ({ tx }, { seriesId }) => seriesOffice(tx, seriesId),
  run: async (_context, input) => ok(input),
});
