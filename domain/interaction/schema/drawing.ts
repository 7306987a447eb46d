import { z } from "zod";

/** What is drawn with the tools of our whiteboard: no pictures, no embedded pages, no links. */
const drawnTypes = ["rectangle", "diamond", "ellipse", "arrow", "line", "freedraw", "text", "frame"] as const;

const name = z.string().max(64);
const place = z.number().min(-1_000_000).max(1_000_000);
/** A shape is hatched line by line: a larger one would keep every browser in the room busy. */
const extent = z.number().min(-100_000).max(100_000);
const point = z.tuple([extent, extent]);
/** Written into the file of a picture, where it must not name another file. */
const colour = z
  .string()
  .max(64)
  .regex(/^(?!.*url)[#\w\s(),.%/-]*$/i);

/** How many digits stand before the places of a key of order: `a` has one, `b` two; `Z` one, `Y` two. */
function digitsOf(head: string): number {
  const isUpper = head === head.toUpperCase();
  return isUpper ? "Z".charCodeAt(0) - head.charCodeAt(0) + 1 : head.charCodeAt(0) - "a".charCodeAt(0) + 1;
}

/** Whether another key can be made before and behind this one; where it can't, whoever draws next gets an error. */
function isOrderKey(key: string): boolean {
  if (!/^[a-zA-Z][0-9A-Za-z]+$/.test(key)) return false;
  const whole = digitsOf(key.charAt(0)) + 1;
  return key.length >= whole && !/^A0+$/.test(key) && (key.length === whole || !key.endsWith("0"));
}

const binding = z.object({
  elementId: name,
  focus: place,
  gap: place,
  fixedPoint: z.tuple([place, place]).nullish(),
});
const segment = z.object({ start: point, end: point, index: z.int().min(0).max(10_000) });

const base = {
  id: z.string().min(1).max(64),
  type: z.enum(drawnTypes),
  version: z.int().min(0),
  versionNonce: z.int(),
  isDeleted: z.boolean(),
  index: z.string().max(200).refine(isOrderKey).nullish(),
  ...{ x: place, y: place, width: extent, height: extent, angle: z.number().min(-100).max(100).optional() },
  seed: z.int().optional(),
  updated: z.number().min(0).optional(),
  locked: z.boolean().optional(),
  link: z.null().optional(),
  groupIds: z.array(name).max(100).optional(),
  frameId: name.nullish(),
  boundElements: z
    .array(z.object({ id: name, type: z.enum(["arrow", "text"]) }))
    .max(2_000)
    .nullish(),
};

const look = {
  strokeColor: colour.optional(),
  backgroundColor: colour.optional(),
  fillStyle: z.enum(["hachure", "cross-hatch", "solid", "zigzag"]).optional(),
  strokeWidth: z.number().min(0.5).max(100).optional(),
  strokeStyle: z.enum(["solid", "dashed", "dotted"]).optional(),
  roundness: z.object({ type: z.int().min(1).max(3), value: extent.optional() }).nullish(),
  roughness: z.number().min(0).max(10).optional(),
  opacity: z.number().min(0).max(100).optional(),
};

const lines = {
  points: z.array(point).max(20_000).optional(),
  pressures: z.array(z.number().min(0).max(10)).max(20_000).optional(),
  simulatePressure: z.boolean().optional(),
  lastCommittedPoint: point.nullish(),
  startBinding: binding.nullish(),
  endBinding: binding.nullish(),
  startArrowhead: name.nullish(),
  endArrowhead: name.nullish(),
  elbowed: z.boolean().optional(),
  fixedSegments: z.array(segment).max(1_000).nullish(),
  startIsSpecial: z.boolean().nullish(),
  endIsSpecial: z.boolean().nullish(),
};

const words = {
  text: z.string().max(20_000).optional(),
  originalText: z.string().max(20_000).optional(),
  fontSize: z.number().min(1).max(5_000).optional(),
  fontFamily: z.int().min(1).max(100).optional(),
  textAlign: z.enum(["left", "center", "right"]).optional(),
  verticalAlign: z.enum(["top", "middle", "bottom"]).optional(),
  containerId: name.nullish(),
  autoResize: z.boolean().optional(),
  lineHeight: z.number().min(0.1).max(10).optional(),
  name: z.string().max(200).nullish(),
};

const LINES: readonly string[] = ["arrow", "line", "freedraw"];
type Parts = { type: string; points?: unknown; text?: unknown };
/** Without these Excalidraw does not draw badly, but fails for everybody who looks. */
const isComplete = ({ type, points, text }: Parts): boolean =>
  (points !== undefined || !LINES.includes(type)) && (text !== undefined || type !== "text");

const shape = { ...base, ...look, ...lines, ...words };

/**
 * One element as Excalidraw draws it. It takes what it reads at its word, so all of it is read here first; what else there is,
 * is left away.
 */
export const drawnElement = z.object(shape).refine(isComplete);
export type DrawnElement = z.infer<typeof drawnElement>;

/** As it may be stored: nothing else beside it, which our own whiteboard never sends. */
export const storedElement = z.strictObject(shape).refine(isComplete);
