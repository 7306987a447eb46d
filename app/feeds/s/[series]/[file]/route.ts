import { listFile } from "@/app/feeds/list-file";
import { pictureResponse, seriesPicture } from "@/app/feeds/picture";
import { scheduleText } from "@/domain/calendar/queries/schedule";
import { pictureLocaleOf } from "@/lib/feeds/addresses";
import { feedResponse } from "@/lib/feeds/response";

type Context = { params: Promise<{ series: string; file: string }> };

export const dynamic = "force-static";
export const revalidate = 300;
export const generateStaticParams = () => [];

/**
 * `/s/{series}.{atom,rss,json,ics}`: the public events of a series; `/s/{series}/schedule.{xml,json}`: the same as a
 * programme in the form of frab; `.png`: its picture. Cached like the series' page.
 */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { series, file } = await params;
  if (file === "schedule.xml")
    return feedResponse(await scheduleText(series, "xml"), "application/xml; charset=utf-8");
  if (file === "schedule.json")
    return feedResponse(await scheduleText(series, "json"), "application/json; charset=utf-8");
  const locale = pictureLocaleOf(file);
  if (locale) return pictureResponse(await seriesPicture(series, locale));
  return listFile({ of: "series", slug: series }, file);
}
