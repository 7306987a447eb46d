import "server-only";
import { resultResponse } from "@/domain/kernel/http";
import { seriesFileOf, textOf } from "@/domain/planning/queries/series-file";
import { seriesRef } from "@/domain/planning/schema";
import { fail } from "@/lib/result";
import type { Door } from "./doors";

/** The series as a JSON file; undefined looks like a series that does not exist. */
export async function seriesDownload({ actor, params }: Door): Promise<Response | undefined> {
  const asked = seriesRef.safeParse(params);
  const found = asked.success ? await seriesFileOf(actor, asked.data) : undefined;
  if (!found) return undefined;
  if (found === "too_many") return resultResponse(fail("conflict", "series_too_long"));
  return new Response(textOf(found.file), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${found.slug}.json"`,
      "cache-control": "no-store",
      "x-robots-tag": "noindex",
    },
  });
}
