import { join } from "node:path";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { feedRewrites } from "./lib/feeds/addresses";
import { heldRewrites } from "./lib/held-events";

const root = import.meta.dirname;

/**
 * German pages have no prefix. Everything that is a page in neither language keeps its path: the API, files, and
 * addresses that answer without a page (personal links, probes).
 */
const UNPREFIXED = "(?!(?:en|de|api|_next|a|j|l|t|healthz|readyz)(?:/|$)|.*\\.[a-z0-9]{2,12}$)";

const config: NextConfig = {
  poweredByHeader: false,
  // The server in front of Next compresses: it has to read pages to put the content policy on them.
  compress: false,
  // It also names their versions, once per page; Next would read every page anew for every visit.
  generateEtags: false,
  reactStrictMode: true,
  // No page uses it, and its address would fetch and scale whatever strangers name.
  images: { unoptimized: true },
  typedRoutes: false,
  // `npm run check` and `npm test` hold the types; a start from a fresh clone need not wait for them.
  typescript: { ignoreBuildErrors: true },
  outputFileTracingRoot: root,
  turbopack: { root },
  // Of Yjs there may be one in a process: two of them do not know each other's documents.
  serverExternalPackages: ["yjs", "pg", "pg-boss", "livekit-server-sdk", "pino", "nodemailer"],
  cacheHandler: join(root, ".build", "cache-handler.mjs"),
  cacheMaxMemorySize: 0,
  experimental: { globalNotFound: true, serverActions: { bodySizeLimit: "1mb" } },
  redirects: async () => [
    { source: "/de", destination: "/", permanent: true },
    { source: "/de/:path*", destination: "/:path*", permanent: true },
  ],
  rewrites: async () => ({
    beforeFiles: [
      ...heldRewrites(),
      ...feedRewrites(),
      { source: "/", destination: "/de" },
      { source: `/:path(${UNPREFIXED}.+)`, destination: "/de/:path" },
    ],
    afterFiles: [],
    fallback: [],
  }),
};

export default createNextIntlPlugin("./lib/i18n.ts")(config);
