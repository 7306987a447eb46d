import "server-only";
import { createHash } from "node:crypto";
import { filesIn, isCrowded, textsIn } from "@/lib/form-fields";
import { multipartTexts } from "@/lib/multipart-texts";

/** What a request carried: JSON object or form, with nothing that Postgres or a text file could not hold. */
export type Body = Record<string, unknown>;

/** NUL ends strings in C, and a lone surrogate is no character: both have been used to get past checks. */
const isSound = (text: string) => !text.includes("\u0000") && text.isWellFormed();

function isSoundValue(value: unknown): boolean {
  if (typeof value === "string") return isSound(value);
  if (Array.isArray(value)) return value.every(isSoundValue);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([name, part]) => isSound(name) && isSoundValue(part));
}

function soundBody(body: unknown): Body | undefined {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return undefined;
  return isSoundValue(body) ? { ...body } : undefined;
}

/**
 * Fields of a form; a field that stands there twice becomes a list, a file is left out. Undefined for what is no form
 * of ours: the arguments of a server action are whatever a stranger wrote there.
 */
export function bodyOfForm(form: unknown): Body | undefined {
  if (!(form instanceof FormData) || isCrowded(form)) return undefined;
  const fields = [...textsIn(form)].map(([name, values]) => [name, values.length === 1 ? values[0] : values]);
  return soundBody(Object.fromEntries(fields));
}

const isForm = (type: string) =>
  type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data");

/** Files by the name of the field in which they were chosen. */
export type Brought = ReadonlyMap<string, readonly File[]>;
type Content = { body: Body; files: Brought };
const none: Brought = new Map();

async function contentOfForm(request: Request): Promise<Content | undefined> {
  const form = await request.formData();
  const body = bodyOfForm(form);
  return body && { body, files: filesIn(form) };
}

async function contentOfJson(request: Request): Promise<Content | undefined> {
  const text = await request.text();
  const body = text.trim() === "" ? {} : soundBody(JSON.parse(text));
  return body && { body, files: none };
}

/** What a request brings, or undefined when it is malformed. */
export async function contentOf(request: Request): Promise<Content | undefined> {
  try {
    const isOfForm = isForm(request.headers.get("content-type") ?? "");
    return await (isOfForm ? contentOfForm(request) : contentOfJson(request));
  } catch {
    return undefined;
  }
}

/** Whether the body can hold files; the gate lets only such a one be large. */
export const bringsFiles = (request: Request): boolean =>
  /^multipart\//i.test(request.headers.get("content-type") ?? "");

/**
 * What was typed into a form that is not let in, and in which fields it brought files. They themselves pass by: there may
 * be no room for them.
 */
export async function wordsOf(request: Request): Promise<Content> {
  if (!bringsFiles(request)) return (await contentOf(request)) ?? { body: {}, files: none };
  const passed = await multipartTexts(request).catch(() => undefined);
  const files = new Map([...(passed?.fileFields ?? [])].map((name): [string, File[]] => [name, []]));
  return { body: bodyOfForm(passed?.texts) ?? {}, files };
}

const digestOf = async (file: File) =>
  createHash("sha256")
    .update(new Uint8Array(await file.arrayBuffer()))
    .digest("base64url");

/** What somebody has sent, and where to: the same form sent twice says the same, whatever its files are called once they are kept. */
export async function saidIn({ url, body, files }: Content & { url: URL }): Promise<unknown> {
  const brought = [...files].map(async ([field, all]) => [
    field,
    await Promise.all(all.map(async (file) => [file.name, await digestOf(file)])),
  ]);
  return { to: url.pathname, body, files: await Promise.all(brought) };
}

/** The body of a request without its files, or undefined when it is malformed. */
export const bodyOf = async (request: Request): Promise<Body | undefined> => (await contentOf(request))?.body;

/** The key that a browser made for one intention; anything else is none. */
export const keyOfIntention = (given: unknown): string | undefined =>
  typeof given === "string" && /^[\w-]{8,100}$/.test(given) ? given : undefined;

/** What stands under one name of a form: a form posts no box, one, or several. */
export const listOf = (value: unknown): unknown[] => (value === undefined ? [] : [value].flat());
