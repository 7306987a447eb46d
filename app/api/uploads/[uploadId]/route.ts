import { jsonQuery } from "@/auth/doors";
import { uploadDownload } from "@/auth/file-doors";

/** A file that somebody answered with, to save. */
export const GET = jsonQuery(uploadDownload);
