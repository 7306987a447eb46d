import type { Cell } from "@/lib/csv/table";
import { spreadsheetTime, zoneName } from "@/lib/time/format";
import { offsetTime } from "@/lib/time/offset";
import type { Span } from "../rules";
import type { PlanExport } from "../schema/plans";

type Reader = Pick<PlanExport, "format" | "locale"> & { zone: string };

/** Start and end as the reader of a file understands them, and on which clock; empty without a time. */
export function spanCells(span: Span | undefined, { format, locale, zone }: Reader): Cell[] {
  if (!span) return [null, null, null];
  const { startsAt, endsAt } = span;
  if (format === "rfc4180") return [offsetTime(startsAt, zone), offsetTime(endsAt, zone), zone];
  const shown = [startsAt, endsAt].map((at) => spreadsheetTime({ at, zone }));
  return [...shown, zoneName({ at: startsAt, zone, locale })];
}
