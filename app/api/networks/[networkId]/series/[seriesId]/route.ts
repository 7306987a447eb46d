import { jsonQuery } from "@/auth/doors";
import { seriesDownload } from "@/auth/series-door";

/** A series as a file, for another network to plan its own from; for whoever plans in the named one. */
export const GET = jsonQuery(seriesDownload);
