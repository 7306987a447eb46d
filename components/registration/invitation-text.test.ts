import { expect, it } from "vitest";
import { invitationCode } from "@/domain/registration/schema";
import { newCode } from "@/lib/ids";
import { invitationText } from "./invitation-text";

it("a code as people read it is the same code again, in whatever way they type it", () => {
  const code = newCode();
  const shown = invitationText(code);
  expect(shown).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  for (const typed of [shown, ` ${shown.toLowerCase()} `, shown.replaceAll("-", " ")])
    expect(invitationCode.parse(typed)).toBe(code);
  expect(invitationCode.parse("OIL0-abcd")).toBe("0110abcd");
});
