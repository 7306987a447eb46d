import { jsonQuery } from "@/auth/doors";
import { materialDownload } from "@/auth/file-doors";

/** The file of one material, to save. */
export const GET = jsonQuery(materialDownload);
