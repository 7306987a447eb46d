import { listFile } from "@/app/feeds/list-file";
import { siteMap } from "@/domain/calendar/queries/site-map";
import { topicFileOf } from "@/lib/feeds/addresses";
import { feedResponse } from "@/lib/feeds/response";

export const dynamic = "force-static";
export const revalidate = 300;
export const generateStaticParams = () => [];

/**
 * `/events.{atom,rss,json,ics}`: all public events, and below it those of one topic, such as
 * `/events/sensorik.atom`; `/sitemap.xml`: every public page in both languages, past events
 * too. Cached; renewed when one of the events changes.
 */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const { file } = await params;
  if (file === "sitemap.xml") return feedResponse(await siteMap(), "application/xml; charset=utf-8");
  const topical = topicFileOf(file);
  return topical
    ? listFile({ of: "topic", topic: topical.topic }, topical.file)
    : listFile({ of: "all" }, file);
}
