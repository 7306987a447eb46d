import { expect, it } from "vitest";
import { publishEvent } from "@/domain/programme/commands/publish-event";
import { MOST_FIELDS } from "@/lib/form-fields";
import { formAction } from "./form-action";

const action = formAction(publishEvent, { input: (body) => body });

function crowdedForm(): FormData {
  const form = new FormData();
  for (let index = 0; index <= MOST_FIELDS; index += 1) form.append(`field-${index}`, "x");
  return form;
}

/** Whoever writes the request by hand chooses the arguments; the compiler has no say in it. */
it.each([
  ["a text", "text"],
  ["nothing", undefined],
  ["null", null],
  ["a list", ["eventId"]],
  ["an object", { eventId: "evt_1" }],
  ["a form with more fields than any of ours", crowdedForm()],
])("refuses %s in the place of the form, and throws for none", async (_what, given) => {
  expect(await Reflect.apply(action, undefined, [{ status: "idle" }, given])).toEqual({
    status: "failed",
    failure: { kind: "invalid", reason: "malformed" },
    entered: {},
    lists: {},
  });
});
