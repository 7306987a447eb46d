import { eq } from "drizzle-orm";
import { series } from "@/db/schema/programme";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { exportSeriesTalkReportInput } from "../schema";

/** Says that the office of a series takes the report on all its talks away. */
export const exportSeriesTalkReport = defineCommand({
  name: "export-series-talk-report",
  input: exportSeriesTalkReportInput,
  permission: "series.manage",
  load: async ({ tx }, { seriesId }) => {
    const [part] = await tx
      .select({ networkId: series.networkId })
      .from(series)
      .where(eq(series.id, seriesId));
    return part;
  },
  run: async (_context, input) => ok(input),
});
