import { expect, it, vi } from "vitest";
import { isCrowded, MOST_FIELDS, textsIn } from "./form-fields";

function formOf(count: number): FormData {
  const form = new FormData();
  for (let index = 0; index < count; index += 1) form.append(`field-${index}`, "x");
  return form;
}

it("collects the texts of each name in their order and leaves files out", () => {
  const form = new FormData();
  form.append("topic", "optics");
  form.append("name", "Ada");
  form.append("topic", "lasers");
  form.append("file", new File(["x"], "x.txt"));
  expect([...textsIn(form)]).toEqual([
    ["topic", ["optics", "lasers"]],
    ["name", ["Ada"]],
  ]);
});

it("never asks the form for one name, which would go through all of it", () => {
  const form = formOf(MOST_FIELDS);
  const asked = [vi.spyOn(form, "getAll"), vi.spyOn(form, "get"), vi.spyOn(form, "has")];
  expect(textsIn(form).size).toBe(MOST_FIELDS);
  for (const method of asked) expect(method).not.toHaveBeenCalled();
});

it("calls a form crowded that has more fields than any of ours, whatever their names", () => {
  expect(isCrowded(formOf(MOST_FIELDS))).toBe(false);
  expect(isCrowded(formOf(MOST_FIELDS + 1))).toBe(true);
  const same = formOf(0);
  for (let index = 0; index <= MOST_FIELDS; index += 1) same.append("same", "x");
  expect(isCrowded(same)).toBe(true);
});
