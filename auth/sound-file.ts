import "server-only";
import { MOST_FILE_BYTES } from "@/lib/file-limits";
import { fail, type Result } from "@/lib/result";
import { type FileKind, fileKind, savedName } from "@/lib/storage/file-type";

const badFile = (key: string) => fail("invalid", "input", { fields: { file: [key] } });

type Made = (bytes: Uint8Array, ending: FileKind["ending"]) => Promise<Uint8Array | undefined>;
type Sound = { kind: FileKind; bytes: Uint8Array; name: string };

/** Less than everything that we take. */
type Wanted = { bytes: number; endings: readonly string[] };

/** Looks into a file; what it is and may keep, or why it is not taken. */
export async function soundFile(file: File | undefined, make: Made, wanted?: Wanted): Promise<Result<Sound>> {
  if (!file) return badFile("file_needed");
  if (file.size === 0) return badFile("file_blank");
  if (file.size > MOST_FILE_BYTES) return badFile("file_too_large");
  if (wanted && file.size > wanted.bytes) return badFile("file_over_limit");
  const raw = new Uint8Array(await file.arrayBuffer());
  const kind = fileKind(raw, file.name);
  if (!kind) return badFile("file_kind");
  if (wanted && !wanted.endings.includes(kind.ending)) return badFile("file_other_kind");
  const bytes = await make(raw, kind.ending);
  if (!bytes) return badFile("picture_broken");
  return { ok: true, value: { kind, bytes, name: savedName(file.name, kind.ending) } };
}
