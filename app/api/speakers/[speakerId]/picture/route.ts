import { jsonQuery } from "@/auth/doors";
import { pictureDownload, pictureUpload } from "@/auth/file-doors";

/** A speaker's face. */
export const GET = jsonQuery(pictureDownload);

/** A face for a speaker. */
export const POST = pictureUpload;
