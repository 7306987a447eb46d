/** Longest comment behind the last record, and that record itself. */
const TAIL_BYTES = 65_535 + 22;
const MOST_ENTRIES = 10_000;
/** A document of so many bytes unpacked is no document. Nothing is unpacked here; whoever opens it must be able to. */
const MOST_UNPACKED = 500 * 1024 * 1024;

/**
 * Names of what an archive holds, as its directory says, without unpacking a byte. Undefined for what is no sound
 * archive, or says of itself that it would fill a disk.
 */
export function zipNames(bytes: Uint8Array): Set<string> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0 || count > MOST_ENTRIES) return undefined;
  const names = new Set<string>();
  let unpacked = 0;
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return undefined;
    unpacked += view.getUint32(at + 24, true);
    const length = view.getUint16(at + 28, true);
    const name = bytes.subarray(at + 46, at + 46 + length);
    names.add(new TextDecoder().decode(name));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return unpacked > MOST_UNPACKED ? undefined : names;
}

/** Where the record at the end of the directory begins. */
function endOf(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - TAIL_BYTES);
  for (let at = view.byteLength - 22; at >= first; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  return undefined;
}
