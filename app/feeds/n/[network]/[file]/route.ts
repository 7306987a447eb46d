import { listFile } from "@/app/feeds/list-file";
import { networkPicture, pictureResponse } from "@/app/feeds/picture";
import { pictureLocaleOf } from "@/lib/feeds/addresses";

type Context = { params: Promise<{ network: string; file: string }> };

export const dynamic = "force-static";
export const revalidate = 300;
export const generateStaticParams = () => [];

/** `/n/{network}.{atom,rss,json,ics}`: the public events of one network; `.png`: its picture. Cached like its page. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { network, file } = await params;
  if (pictureLocaleOf(file)) return pictureResponse(await networkPicture(network));
  return listFile({ of: "network", slug: network }, file);
}
