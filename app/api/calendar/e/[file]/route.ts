import { jsonQuery } from "@/auth/doors";
import { publicEventFile } from "@/domain/calendar/queries";
import { localeOf } from "@/lib/i18n/locales";
import { calendarResponse } from "@/lib/ics/response";

/** `/api/calendar/e/{slug}.ics`: a public event for anyone's calendar. */
export const GET = jsonQuery(async ({ params, url }) => {
  const slug = (params.file ?? "").replace(/\.ics$/, "");
  const text = await publicEventFile(slug, localeOf(url.searchParams.get("lang")));
  return calendarResponse(text, `${slug}.ics`);
});
