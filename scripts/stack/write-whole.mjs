import { renameSync, writeFileSync } from "node:fs";

/** Writes a file that others read at any moment: they see the former text or the new one, never a part. */
export function writeWhole(file, text, options) {
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, text, options);
  renameSync(draft, file);
}
