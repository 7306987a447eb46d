import { materialUpload } from "@/auth/file-doors";

/** A file for an event's materials. */
export const POST = materialUpload;
