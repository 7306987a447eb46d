import { entryUpload } from "@/auth/board-doors";

/** Brings a file for an entry. */
export const POST = entryUpload;
