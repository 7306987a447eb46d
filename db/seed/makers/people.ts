import type { networkMembers } from "@/db/schema/alliance";
import type { people } from "@/db/schema/people";
import type { Id } from "@/lib/ids";

export type PersonRow = typeof people.$inferInsert & { id: Id<"person">; name: string; organisation: string };

const FOLDED: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** `vorname.nachname` in plain letters, without titles. */
export const mailboxOf = (name: string) =>
  name
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => !word.endsWith("."))
    .join(".")
    .replace(/[äöüß]/g, (letter) => FOLDED[letter] ?? letter)
    .normalize("NFD")
    .replace(/[^a-z.-]/g, "");

type PersonInput = {
  id: Id<"person">;
  name: string;
  organisation: string;
  at: Date;
  email?: string;
  locale?: "de" | "en";
};

/** A person whose address is proven, as the demo has them. */
export const personRow = ({ at, email, locale = "de", ...rest }: PersonInput): PersonRow => ({
  ...rest,
  email: email ?? `${mailboxOf(rest.name)}@example.org`,
  emailVerified: at,
  locale,
  timeZone: locale === "en" ? "Europe/London" : "Europe/Berlin",
  demo: true,
  createdAt: at,
});

export type MemberRow = typeof networkMembers.$inferInsert;

export const memberRow = (
  person: Pick<PersonRow, "id">,
  networkId: Id<"network">,
  { role = "member", at }: { role?: MemberRow["role"]; at: Date },
): MemberRow => ({ networkId, personId: person.id, role, createdAt: at });
