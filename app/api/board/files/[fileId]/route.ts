import { jsonQuery } from "@/auth/doors";
import { entryDownload } from "@/auth/file-doors";

/** A file of an entry, for whoever may read it. */
export const GET = jsonQuery(entryDownload);
