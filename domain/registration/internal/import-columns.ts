import { type ImportField, importFields } from "../rules/import";
import type { ImportColumns } from "../schema/import";

/** What people call these columns, in small letters and without anything but letters. */
const heads: Record<ImportField, readonly string[]> = {
  email: ["email", "mail", "emailadresse", "emailaddress", "mailadresse", "emailadressen", "emails"],
  name: ["name", "fullname", "vollername", "vollständigername", "teilnehmer", "teilnehmerin", "person"],
  firstName: ["vorname", "vornamen", "firstname", "givenname", "rufname"],
  lastName: ["nachname", "nachnamen", "familienname", "zuname", "lastname", "surname", "familyname"],
  organisation: [
    ...["organisation", "organization", "firma", "unternehmen", "company", "institution", "einrichtung"],
    ...["betrieb", "arbeitgeber", "hochschule", "organisationfirma", "firmaorganisation"],
  ],
  tags: [
    "etikett",
    "etiketten",
    "tag",
    "tags",
    "label",
    "labels",
    "gruppe",
    "gruppen",
    "schlagwort",
    "kategorie",
  ],
  language: ["sprache", "language", "locale"],
  attendance: [
    ...["teilnahme", "teilnahmeart", "teilnahmeform", "attendance", "vorortoderonline", "onlineodervorort"],
    ...["vorortonline", "onlinevorort", "onsiteonline", "onlineonsite"],
  ],
};

const letters = (head: string) =>
  head
    .toLowerCase()
    .normalize("NFC")
    .replace(/[^\p{L}]/gu, "");

/** The column in which most cells hold an at sign; null where hardly any does. */
function columnOfAddresses(rows: readonly (readonly string[])[]): number | null {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const counts = Array.from(
    { length: width },
    (_, column) => rows.filter((row) => row[column]?.includes("@")).length,
  );
  const most = Math.max(0, ...counts);
  return most * 2 > rows.length ? counts.indexOf(most) : null;
}

/** Whether the first row names the columns: it does unless an address stands in it. */
export const hasHead = (rows: readonly (readonly string[])[]): boolean =>
  rows[0] !== undefined && !rows[0].some((cell) => cell.includes("@"));

/** A first guess at what each column is about, from its head, and for the addresses from what stands in it. */
export function guessColumns(rows: readonly (readonly string[])[]): ImportColumns {
  const names = hasHead(rows) ? (rows[0] ?? []).map(letters) : [];
  const columnOf = (field: ImportField) => {
    const at = names.findIndex((name) => heads[field].includes(name));
    return at === -1 ? null : at;
  };
  const guess = Object.fromEntries(importFields.map((field) => [field, columnOf(field)]));
  const { email, name, firstName, lastName, organisation, tags, language, attendance } = {
    ...none,
    ...guess,
  };
  const found = { firstName, organisation, tags, language, attendance };
  const people = hasHead(rows) ? rows.slice(1) : rows;
  const address = email ?? columnOfAddresses(people.slice(0, 50));
  // Beside a first name, "Name" means the last one.
  if (firstName !== null && lastName === null)
    return { ...found, email: address, name: null, lastName: name };
  return { ...found, email: address, name, lastName };
}

const none: ImportColumns = {
  email: null,
  name: null,
  firstName: null,
  lastName: null,
  organisation: null,
  tags: null,
  language: null,
  attendance: null,
};
