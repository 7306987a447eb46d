import { origin } from "@/lib/env";
import { feedResponse } from "@/lib/feeds/response";

export const dynamic = "force-dynamic";

/** Pages of one person and the doors of programs are nothing for search engines. */
const CLOSED = [
  "/api/",
  "/me",
  "/r/",
  "/o/",
  "/room/",
  "/console/",
  "/hall/",
  "/projector/",
  "/wall/",
  "/a/",
  "/j/",
  "/l/",
  "/i/",
  "/t/",
  "/login",
  "/signin/",
  "/dev/",
];

/** What crawlers may read (RFC 9309), and where the list of pages is. */
export function GET(): Response {
  const lines = [
    "User-agent: *",
    ...CLOSED.flatMap((path) => [`Disallow: ${path}`, `Disallow: /en${path}`]),
    `Sitemap: ${origin()}/sitemap.xml`,
  ];
  return feedResponse(`${lines.join("\n")}\n`, "text/plain; charset=utf-8");
}
