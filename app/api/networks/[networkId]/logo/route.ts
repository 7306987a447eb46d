import { jsonQuery } from "@/auth/doors";
import { logoDownload, logoUpload } from "@/auth/file-doors";

/** A network's logo. */
export const GET = jsonQuery(logoDownload);

/** A logo for a network. */
export const POST = logoUpload;
