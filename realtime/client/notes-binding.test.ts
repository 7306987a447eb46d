import { beforeEach, expect, it } from "vitest";
import * as Y from "yjs";
import { SHEET_ROOT } from "@/domain/interaction/schema/sheets";
import { NotesBinding } from "./notes-binding";

class FakeField {
  value = "";
  selectionStart = 0;
  selectionEnd = 0;
  setSelectionRange = (start: number | null, end: number | null) => {
    this.selectionStart = start ?? 0;
    this.selectionEnd = end ?? 0;
  };
  /** As a key does it: at the caret, which then stands behind. */
  type(text: string): void {
    const at = this.selectionStart;
    this.value = this.value.slice(0, at) + text + this.value.slice(this.selectionEnd);
    this.setSelectionRange(at + text.length, at + text.length);
  }
}

let doc: Y.Doc;
let text: Y.Text;
let field: FakeField;
let binding: NotesBinding;
const type = (typed: string) => {
  field.type(typed);
  binding.input();
};

beforeEach(() => {
  doc = new Y.Doc();
  text = doc.getText(SHEET_ROOT.notes);
  text.insert(0, "Hallo Welt");
  field = new FakeField();
  binding = new NotesBinding(doc, field);
});

it("shows what is there, and puts what is typed where it was typed", () => {
  expect(field.value).toBe("Hallo Welt");
  field.setSelectionRange(5, 5);
  type(",");
  expect(text.toString()).toBe("Hallo, Welt");
  field.setSelectionRange(7, 11);
  type("alle");
  expect(text.toString()).toBe("Hallo, alle");
});

it("what others write leaves the caret where it is in the text", () => {
  field.setSelectionRange(6, 10);
  text.insert(0, "Oh, ");
  expect(field).toMatchObject({ value: "Oh, Hallo Welt", selectionStart: 10, selectionEnd: 14 });
});

it("a sign that is being composed is not torn by what others write meanwhile", () => {
  field.setSelectionRange(5, 5);
  binding.compose(true);
  field.type("´");
  binding.input();
  text.insert(0, "Oh, ");
  expect(field.value).toBe("Hallo´ Welt");
  field.setSelectionRange(5, 6);
  field.type("é");
  binding.compose(false);
  expect(text.toString()).toBe("Oh, Halloé Welt");
  expect(field).toMatchObject({ value: "Oh, Halloé Welt", selectionStart: 10 });
});

it("undoes one's own words and nobody else's", () => {
  field.setSelectionRange(10, 10);
  type("!");
  text.insert(0, "Oh, ");
  binding.undo();
  expect(field.value).toBe("Oh, Hallo Welt");
  binding.redo();
  expect(field.value).toBe("Oh, Hallo Welt!");
});
