import { describe, expect, it } from "vitest";
import { describedBy } from "@/components/ui/field-frame";

describe("describedBy", () => {
  it.each([
    [{}, undefined, undefined],
    [{ hint: "why" }, "email-hint", undefined],
    [{ error: "missing" }, "email-error", true],
    [{ hint: "why", error: "missing" }, "email-error email-hint", true],
  ])("reads out the error before the hint: %j", (text, ids, invalid) => {
    expect(describedBy("email", text)).toEqual({ "aria-describedby": ids, "aria-invalid": invalid });
  });
});
