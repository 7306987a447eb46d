import { listFile } from "@/app/feeds/list-file";

type Context = { params: Promise<{ network: string; file: string }> };

export const dynamic = "force-static";
export const revalidate = 300;
export const generateStaticParams = () => [];

/** `/n/{network}.{atom,rss,json,ics}`: the public events of one network. Cached like its page. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { network, file } = await params;
  return listFile({ of: "network", slug: network }, file);
}
