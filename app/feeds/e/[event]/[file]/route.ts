import { eventPicture, pictureResponse } from "@/app/feeds/picture";
import { pictureLocaleOf } from "@/lib/feeds/addresses";

type Context = { params: Promise<{ event: string; file: string }> };

export const dynamic = "force-static";
/** What it shows changes with the event only, which bumps the tag it hangs on. */
export const revalidate = 86_400;
export const generateStaticParams = () => [];

/** `/e/{event}.png`: what a shared link to a public event shows. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { event, file } = await params;
  const locale = pictureLocaleOf(file);
  return pictureResponse(locale && (await eventPicture(event, locale)));
}
