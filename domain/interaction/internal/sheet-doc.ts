import * as Y from "yjs";
import { z } from "zod";
import { type DrawnElement, drawnElement, storedElement } from "../schema/drawing";
import { SHEET_LIMITS, SHEET_ROOT, type SheetKind } from "../schema/sheets";

type Refusal = "bad_update" | "gap" | "wrong_shape" | "sheet_full";
type Applied = { outcome: "changed"; change: Uint8Array } | { outcome: "unchanged" | Refusal };
/** What is wrong with a document; nothing where it is as it has to be. */
type Wrong = "wrong_shape" | "sheet_full" | undefined;

/** The document that these updates make, in whatever order they are. */
export function docOf(updates: readonly Uint8Array[], kind: SheetKind): Y.Doc {
  const doc = new Y.Doc();
  rootOf(doc, kind);
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

/** Named before anything is applied, so that an update cannot say what kind of thing it is. */
function rootOf(doc: Y.Doc, kind: SheetKind): Y.Text | Y.Map<unknown> {
  return kind === "notes" ? doc.getText(SHEET_ROOT.notes) : doc.getMap<unknown>(SHEET_ROOT.whiteboard);
}

/**
 * Applies what a browser sent, and says what came of it, with the change as Yjs itself puts it: nothing else that came along
 * is kept. After anything but `changed` and `unchanged` the document is worth nothing. The update is read lazily first: a
 * number of parts that it does not have would be room made in memory for them.
 */
export function applied(doc: Y.Doc, kind: SheetKind, update: Uint8Array): Applied {
  const changes: Uint8Array[] = [];
  const keys = new Set<string | null>();
  const root = rootOf(doc, kind);
  const note = (change: Uint8Array) => void changes.push(change);
  const touch = ({ changed }: Y.Transaction) => {
    for (const [part, names] of changed) if (Object.is(part, root)) for (const name of names) keys.add(name);
  };
  doc.on("update", note);
  doc.on("afterTransaction", touch);
  try {
    Y.decodeUpdate(update);
    Y.applyUpdate(doc, update);
  } catch {
    return { outcome: "bad_update" };
  } finally {
    doc.off("update", note);
    doc.off("afterTransaction", touch);
  }
  // It builds on what this sheet never had; stored, it would wait for that in every browser.
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return { outcome: "gap" };
  if (changes.length === 0) return { outcome: "unchanged" };
  const shape = shapeOf(doc, { kind, keys });
  if (shape) return { outcome: shape };
  if (Y.encodeStateAsUpdate(doc).length > SHEET_LIMITS.stateBytes) return { outcome: "sheet_full" };
  return { outcome: "changed", change: Y.mergeUpdates(changes) };
}

type Changed = { kind: SheetKind; keys: ReadonlySet<string | null> };

function shapeOf(doc: Y.Doc, { kind, keys }: Changed): Wrong {
  const root = rootOf(doc, kind);
  if ([...doc.share.keys()].some((name) => name !== SHEET_ROOT[kind])) return "wrong_shape";
  return root instanceof Y.Text ? shapeOfText(root) : shapeOfMap(root, keys);
}

const plainText = z.array(z.strictObject({ insert: z.string() }));

/** Plain text: nothing embedded, no formats, no properties. */
function shapeOfText(root: Y.Text): Wrong {
  if (root._map.size > 0) return "wrong_shape";
  if (!plainText.safeParse(root.toDelta()).success) return "wrong_shape";
  return root.length > SHEET_LIMITS.characters ? "sheet_full" : undefined;
}

/** A map of elements by their own ids, and no list beside it. Those that did not change were looked at when they came. */
function shapeOfMap(root: Y.Map<unknown>, keys: ReadonlySet<string | null>): Wrong {
  if (root._start !== null) return "wrong_shape";
  if (root.size > SHEET_LIMITS.elements) return "sheet_full";
  const areElements = [...keys].every((key) => {
    if (key === null) return false;
    const element = storedElement.safeParse(root.get(key));
    return !root.has(key) || element.data?.id === key;
  });
  return areElements ? undefined : "wrong_shape";
}

/** What the notes say. */
export const textIn = (doc: Y.Doc): string => doc.getText(SHEET_ROOT.notes).toString();

/** What is drawn, lowest first, without what was erased. */
export function elementsIn(doc: Y.Doc) {
  const all = [...doc.getMap<unknown>(SHEET_ROOT.whiteboard).values()];
  const drawn = all.flatMap((value) => drawnElement.safeParse(value).data ?? []);
  const place = ({ index }: DrawnElement) => (typeof index === "string" ? index : "");
  return drawn
    .filter(({ isDeleted }) => !isDeleted)
    .toSorted((one, other) => (place(one) < place(other) ? -1 : 1));
}

/** All of it as one update. */
export const merged = (doc: Y.Doc): Uint8Array => Y.encodeStateAsUpdate(doc);
