import { exportToBlob, exportToSvg } from "@excalidraw/excalidraw";
import type { ExcalidrawElement, NonDeleted } from "@excalidraw/excalidraw/element/types";
import { z } from "zod";
import { drawnElement } from "@/domain/interaction/schema/drawing";

const drawing = z.object({
  elements: z.array(
    z.custom<NonDeleted<ExcalidrawElement>>((value) => drawnElement.safeParse(value).success),
  ),
});
export type ImageKind = "png" | "svg";

/** A picture of a whiteboard that the server has as a drawing. Made in the browser: it alone has the fonts and a canvas. */
export async function imageOf(text: string, kind: ImageKind): Promise<Blob> {
  const { elements } = drawing.parse(JSON.parse(text));
  const what = {
    elements,
    files: null,
    appState: { exportBackground: true, viewBackgroundColor: "#ffffff" },
  };
  if (kind === "png") return exportToBlob({ ...what, mimeType: "image/png" });
  const svg = await exportToSvg(what);
  return new Blob([svg.outerHTML], { type: "image/svg+xml" });
}
