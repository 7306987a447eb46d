import "server-only";
import { calendarText, feedText } from "@/domain/calendar/queries/feeds";
import type { ListScope } from "@/domain/calendar/queries/public-lists";
import { listFileOf } from "@/lib/feeds/addresses";
import { feedResponse } from "@/lib/feeds/response";
import { mediaTypeOf } from "@/lib/feeds/syndicated";

const CALENDAR = "text/calendar; charset=utf-8";

/** The answer for one file of a list, such as `de.atom`. It is the same for everybody, so it knows no visitor. */
export async function listFile(scope: ListScope, name: string): Promise<Response> {
  const file = listFileOf(name);
  if (!file) return feedResponse(undefined, "");
  const { locale, format } = file;
  if (format === "ics") return feedResponse(await calendarText(scope, { locale }), CALENDAR);
  return feedResponse(await feedText(scope, format, { locale }), mediaTypeOf(format));
}
