import { crc32 } from "node:zlib";

/** What stands in an archive: a name and its bytes, stored as they are. `claimed` is what it says they unpack to. */
type Part = { name: string; bytes?: Buffer; claimed?: number };

function header(
  { name, bytes = Buffer.alloc(0), claimed = bytes.length }: Part,
  at: number | undefined,
): Buffer {
  const isLocal = at === undefined;
  const head = Buffer.alloc(isLocal ? 30 : 46);
  head.writeUInt32LE(isLocal ? 0x04034b50 : 0x02014b50, 0);
  const sizes = isLocal ? 14 : 16;
  head.writeUInt32LE(crc32(bytes), sizes);
  head.writeUInt32LE(bytes.length, sizes + 4);
  head.writeUInt32LE(claimed, sizes + 8);
  head.writeUInt16LE(Buffer.byteLength(name), sizes + 12);
  if (at !== undefined) head.writeUInt32LE(at, 42);
  return Buffer.concat([head, Buffer.from(name), isLocal ? bytes : Buffer.alloc(0)]);
}

/** An archive of these parts. */
export function zipOf(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const local = header(part, undefined);
    directory.push(header(part, at));
    locals.push(local);
    at += local.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, ...directory, end]);
}
