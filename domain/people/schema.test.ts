import { describe, expect, it } from "vitest";
import { emailAddress, organisationName, personName, provenByClaims } from "./schema";

const label = (length: number) => "a".repeat(length);
/** A right address of exactly so many characters. */
const ofLength = (length: number) => {
  const domain = `@${label(60)}.${label(60)}.${label(60)}.org`;
  return `${label(length - domain.length)}${domain}`;
};
/** What the form says about the address, or the address as it is kept. */
function answerTo(text: unknown): string | undefined {
  const parsed = emailAddress.safeParse(text);
  return parsed.success ? parsed.data : parsed.error.issues[0]?.message;
}

describe("S16: an address", () => {
  it.each([
    [" Ada.Beispiel+termine@Example.ORG ", "ada.beispiel+termine@example.org"],
    ["a@b.de", "a@b.de"],
    ["o'neill@xn--bcher-kva.example.org", "o'neill@xn--bcher-kva.example.org"],
    [ofLength(254), ofLength(254)],
    [`a@${label(63)}.org`, `a@${label(63)}.org`],
  ])("%j is kept as %j", (text, kept) => expect(answerTo(text)).toBe(kept));

  it.each([
    [undefined, "email_required"],
    ["", "email_required"],
    ["   ", "email_required"],
    ["ada.beispiel", "email_without_at"],
    ["ada.example.org", "email_without_at"],
    ["ada@", "invalid_email"],
    ["ada@example", "invalid_email"],
    ["ada@example.", "invalid_email"],
    ["@example.org", "email_malformed"],
    ["ada@@example.org", "email_malformed"],
    ["ada@example.org.", "email_malformed"],
    ["ada@exam ple.org", "email_malformed"],
    [".ada@example.org", "email_malformed"],
    ["ada@example.o", "email_malformed"],
    [`a@${label(64)}.org`, "email_malformed"],
    [ofLength(255), "too_long"],
    ['"ada@evil.test"@example.org', "email_malformed"],
    ["ada(Büro)@example.org", "email_malformed"],
    ["ada@example.org (Ada)", "email_malformed"],
    // People copy such a host from their browser's line, where it is punycode already.
    ["ada@bücher.example.org", "email_malformed"],
    ["ädä@example.org", "email_malformed"],
    ["<ada@example.org>", "email_malformed"],
    ["ada@example.org,ben@example.org", "email_malformed"],
    ["Ada <ada@example.org>", "email_malformed"],
    ["ada@example.org\r\nBcc: ben@example.org", "email_malformed"],
  ])("%j is refused: %s", (text, reason) => expect(answerTo(text)).toBe(reason));
});

describe("what an organisation's sign-in says of somebody", () => {
  const ada = { email: " Ada@Example.ORG", email_verified: true, name: "Ada Beispiel" };
  const proven = (name: string) => ({ ok: true, email: "ada@example.org", name });

  it.each([
    ["a name", ada, proven("Ada Beispiel")],
    ["no name", { ...ada, name: undefined }, proven("Ada")],
    ["a name of nothing to see", { ...ada, name: "\u200b\u202e" }, proven("Ada")],
    ["a name that is too long", { ...ada, name: "x".repeat(81) }, proven("Ada")],
    ["no address", { name: "Ada", email_verified: true }, { ok: false, why: "no_email" }],
    ["two addresses", { ...ada, email: "ada@example.org,b@example.org" }, { ok: false, why: "no_email" }],
    ["nothing about proof", { email: ada.email }, { ok: false, why: "unverified" }],
    ["no proof", { ...ada, email_verified: false }, { ok: false, why: "unverified" }],
    ["proof as a word", { ...ada, email_verified: "true" }, { ok: false, why: "unverified" }],
    ["proof as a number", { ...ada, email_verified: 1 }, { ok: false, why: "unverified" }],
  ])("%s", (_what, claims, expected) => expect(provenByClaims(claims, [])).toEqual(expected));

  it.each([
    ["example.org", true],
    ["example.net", false],
    ["ample.org", false],
    ["org", false],
  ])("counts for the domain %s: %s", (domain, ok) =>
    expect(provenByClaims(ada, ["example.com", domain])).toMatchObject({ ok }),
  );
});

describe("S45: a name", () => {
  const said = (schema: typeof personName | typeof organisationName, text: string) => {
    const read = schema.safeParse(text);
    return read.success ? read.data : read.error.issues.map(({ message }) => message);
  };

  it.each([
    ["Ada (Moderation)", "Ada"],
    ["Ada (Mod\u200Beration)", "Ada"],
    ["Anna Host", "Anna Host"],
    ["李", "李"],
    ["\u200B\u3164\u2800", ["name_required"]],
    ["…", ["name_required"]],
    ["(((((", ["name_required"]],
    ["x".repeat(81), ["too_long"]],
    ["(".repeat(5_000) + ")".repeat(5_000), ["too_long"]],
  ])("%j is %j", (text, kept) => expect(said(personName, text)).toEqual(kept));

  it("is not borne out by what stands below it", () => {
    expect(said(organisationName, "Moderation")).toBe("");
    expect(said(organisationName, "Werk Nord · Host")).toBe("Werk Nord");
    expect(said(organisationName, "x".repeat(121))).toEqual(["too_long"]);
  });
});
