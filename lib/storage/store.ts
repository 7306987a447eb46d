import "server-only";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Readable } from "node:stream";
import { env } from "@/lib/env";
import { type Id, idOf, newId } from "@/lib/ids";

type StoredFile = { bytes: number; body: ReadableStream };

const folder = () => resolve(env().PLENUM_DATA, "files");
const fileId = idOf("file");

/** Only an id of ours becomes a path: no name that anybody gave is ever part of one. */
function pathOf(id: Id<"file">): string {
  return join(folder(), fileId.parse(id));
}

/** Keeps these bytes under a new random id. They are on the disk before the id is known, so a row never names less. */
export async function storeFile(bytes: Uint8Array): Promise<Id<"file">> {
  const id = newId("file");
  const path = pathOf(id);
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  const file = await open(`${path}.part`, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
  return id;
}

const isMissing = (error: unknown) => error instanceof Error && "code" in error && error.code === "ENOENT";

/** The bytes as a stream, or undefined when there is no such file. */
export async function readStored(id: Id<"file">): Promise<StoredFile | undefined> {
  try {
    const path = pathOf(id);
    const { size } = await stat(path);
    // Node's type of a web stream is not the browser's; both are the same object.
    const body: ReadableStream = Readable.toWeb(createReadStream(path)) as ReadableStream;
    return { bytes: size, body };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Whatever lies in the store since before this instant, also what an interrupted upload left. */
export async function storedBefore(instant: Date): Promise<{ name: string; id: Id<"file"> | undefined }[]> {
  const names = await readdir(folder()).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const found = await Promise.all(
    names.map(async (name) => {
      const info = await stat(join(folder(), name)).catch(() => undefined);
      return info && info.mtime < instant ? [{ name, id: fileId.safeParse(name).data }] : [];
    }),
  );
  return found.flat();
}

/** Deletes what `storedBefore` found. */
export const dropStored = (names: readonly string[]): Promise<unknown> =>
  Promise.all(names.map((name) => rm(join(folder(), name), { force: true })));
