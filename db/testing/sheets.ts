import * as Y from "yjs";
import { writeSheet } from "@/domain/interaction/commands/write-sheet";
import type { readSheet } from "@/domain/interaction/queries/sheets";
import { SHEET_ROOT, type SheetKind } from "@/domain/interaction/schema/sheets";
import type { Id } from "@/lib/ids";
import { at, type Guest, plenaryOf } from "./rooms";

export const inBase64 = (update: Uint8Array): string => Buffer.from(update).toString("base64");

/** What a browser sends after its person has typed this at the start of the notes it has. */
export function typed(text: string, doc = new Y.Doc()): string {
  const known = Y.encodeStateVector(doc);
  doc.getText(SHEET_ROOT.notes).insert(0, text);
  return inBase64(Y.encodeStateAsUpdate(doc, known));
}

/** A rectangle as Excalidraw stores one. */
export const aRectangle = (id: string, values: object = {}) => ({
  ...{ id, type: "rectangle", version: 1, versionNonce: 1, isDeleted: false, index: "a0" },
  ...{ x: 0, y: 0, width: 10, height: 10, link: null },
  ...values,
});

/** What a browser sends after these elements were drawn. */
export function drawn(...elements: readonly { id: string }[]): string {
  const doc = new Y.Doc();
  const root = doc.getMap<unknown>(SHEET_ROOT.whiteboard);
  for (const element of elements) root.set(element.id, element);
  return inBase64(Y.encodeStateAsUpdate(doc));
}

type Sent = { event: { id: Id<"event"> }; by: Pick<Guest, "actor"> };
type Write = { update: string; kind?: SheetKind; roomId?: string; second?: number };

/** Sends this, to the notes of the plenary unless said otherwise. */
export async function wrote({ event, by }: Sent, { update, kind = "notes", roomId, second = 5 }: Write) {
  const room = roomId ?? (await plenaryOf(event)).id;
  const input = { eventId: event.id, roomId: room, kind, update };
  return writeSheet({ actor: by.actor, input, now: at(second) });
}

/** The document that a browser makes of what it was given. */
export function docOfAnswer(answer: Awaited<ReturnType<typeof readSheet>>, doc = new Y.Doc()): Y.Doc {
  if (!answer.ok) throw new Error(`reading was refused: ${answer.failure.reason}`);
  for (const update of answer.value.updates) Y.applyUpdate(doc, Buffer.from(update, "base64"));
  return doc;
}

export const notesIn = (doc: Y.Doc): string => doc.getText(SHEET_ROOT.notes).toString();
