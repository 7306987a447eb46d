import * as Y from "yjs";
import { SHEET_ROOT } from "@/domain/interaction/schema/sheets";
import { moved, spliceOf, type TextDelta } from "../sheet-text";

/** Origin of what was typed into this field, in Yjs' word. */
const FIELD = "field";

/** As much of a textarea as is needed. */
export type NotesField = Pick<
  HTMLTextAreaElement,
  "value" | "selectionStart" | "selectionEnd" | "setSelectionRange"
>;

/** Keeps a field and the notes alike: what is typed goes into the notes, what others write stands in the field, the caret stays. */
export class NotesBinding {
  #text: Y.Text;
  #undo: Y.UndoManager;
  #shown: string;
  #isComposing = false;
  /** What others wrote while a sign was being composed of several keys: shown after it. */
  #held: TextDelta[] = [];

  constructor(
    private readonly doc: Y.Doc,
    private readonly field: NotesField,
  ) {
    this.#text = doc.getText(SHEET_ROOT.notes);
    this.#undo = new Y.UndoManager(this.#text, { trackedOrigins: new Set([FIELD]) });
    this.#shown = this.#text.toString();
    field.value = this.#shown;
    this.#text.observe(this.#changed);
  }

  /** The field has changed. */
  input = (): void => {
    if (this.#isComposing) return;
    const { at, gone, added } = spliceOf(this.#shown, this.field.value, this.field.selectionEnd);
    const start = this.#held.reduce(moved, at);
    const end = this.#held.reduce(moved, at + gone);
    this.doc.transact(() => {
      if (end > start) this.#text.delete(start, end - start);
      if (added !== "") this.#text.insert(start, added);
    }, FIELD);
    this.#shown = this.field.value;
    const held = this.#held;
    this.#held = [];
    if (held.length > 0) this.#show(held);
  };

  compose = (isComposing: boolean): void => {
    this.#isComposing = isComposing;
    if (!isComposing) this.input();
  };

  undo = (): void => void this.#undo.undo();
  redo = (): void => void this.#undo.redo();

  end = (): void => {
    this.#text.unobserve(this.#changed);
    this.#undo.destroy();
  };

  #changed = ({ delta }: Y.YTextEvent, { origin }: Y.Transaction): void => {
    if (origin === FIELD) return;
    if (this.#isComposing) this.#held.push(delta);
    else this.#show([delta]);
  };

  #show(deltas: readonly TextDelta[]): void {
    const { selectionStart, selectionEnd } = this.field;
    this.#shown = this.#text.toString();
    this.field.value = this.#shown;
    this.field.setSelectionRange(deltas.reduce(moved, selectionStart), deltas.reduce(moved, selectionEnd));
  }
}
