import { cpSync } from "node:fs";
import { join } from "node:path";
import { root } from "./folders.mjs";

/** Lays the whiteboard's fonts beside our own files: without them it would ask a public server for each. */
export function copyBoardFonts() {
  const fonts = join(root, "node_modules", "@excalidraw", "excalidraw", "dist", "prod", "fonts");
  cpSync(fonts, join(root, "public", "excalidraw", "fonts"), { recursive: true });
}
