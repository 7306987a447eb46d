import { type Id, isIdOf } from "@/lib/id-kinds";

/** When something is asked: with the registration, or of who has a place. */
export const stages = ["registration", "followUp"] as const;
export type Stage = (typeof stages)[number];

/** What an organizer can ask a file to be. */
export const fileGroups = ["pdf", "picture", "document", "table"] as const;
export type FileGroup = (typeof fileGroups)[number];
/** Endings by group, as a file gets them by its content; see `lib/storage`. */
const endings: Record<FileGroup, readonly string[]> = {
  pdf: ["pdf"],
  picture: ["png", "jpg", "webp"],
  document: ["docx", "odt", "pptx", "odp", "txt"],
  table: ["xlsx", "ods", "csv"],
};

/** The endings of these groups; of all where none is named. */
export const endingsOf = (groups: readonly FileGroup[]): string[] =>
  (groups.length === 0 ? fileGroups : groups).flatMap((group) => endings[group]);

/** As many files as one answer holds, and how large one may be; an organizer can ask for less. */
export const MOST_FILES = 5;
export const MOST_MEGABYTES = 10;
export const megabytesOf = ({ megabytes }: { megabytes: number | null }): number =>
  megabytes ?? MOST_MEGABYTES;
const MEGABYTE = 1024 * 1024;
export const bytesOf = (files: { megabytes: number | null }): number => megabytesOf(files) * MEGABYTE;

/** So much of an event's may lie there from people who have not shown that their address is theirs: strangers fill no disk. */
export const MOST_UNPROVEN_BYTES = 500 * MEGABYTE;
/**
 * And so much of that from one of them, or from one address of the internet, behind which a whole office may be: nobody
 * alone takes the others' room.
 */
export const MOST_BYTES_OF_ONE = 100 * MEGABYTE;

/** A file in an answer: its id, which opens nothing by itself, and what it is called. */
export type Upload = { id: Id<"upload">; name: string };

/** As forms post it and answers hold it. No name has a slash. */
export const uploadText = ({ id, name }: Upload): string => `${id}/${name}`;

/** The file that such a text names; undefined for any other text. */
export function uploadIn(text: unknown): Upload | undefined {
  if (typeof text !== "string") return undefined;
  const at = text.indexOf("/");
  const id = at < 0 ? text : text.slice(0, at);
  return isIdOf("upload", id) ? { id, name: at < 0 ? "" : text.slice(at + 1) } : undefined;
}

/** The files of an answer; none for an answer of another kind. */
export const uploadsIn = (answer: unknown): Upload[] =>
  Array.isArray(answer) ? answer.flatMap((text) => uploadIn(text) ?? []) : [];
