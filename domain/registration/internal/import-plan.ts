import type { z } from "zod";
import { fieldErrors } from "@/domain/kernel/failures";
import { undefused } from "@/lib/csv/table";
import type { Id } from "@/lib/ids";
import { isHeld, mergedTags, type SeatColumns, seatingOf, seatsOf } from "../rules";
import type { ImportField, ImportOutcome } from "../rules/import";
import { type ImportColumns, importedPerson } from "../schema/import";
import { hasHead } from "./import-columns";
import type { RegistrationRow } from "./load-registration";

type Person = z.output<typeof importedPerson>;
export type Problem = { field: string; key: string };
/** A row of the file by its number as a spreadsheet counts, with the person in it or what is wrong with it. */
export type ReadRow = { row: number; email: string } & ({ person: Person } | { problems: Problem[] });

/** What a cell says about the language; nothing known is German, as everywhere. */
const localeIn = (text: string) => (/^en/i.test(text) ? "en" : "de");

const onSite = ["vorort", "präsenz", "inpräsenz", "onsite", "inperson"];
const online = ["", "online", "digital", "virtuell", "virtual", "remote"];

/** What a cell says about coming on site; an empty one is online, and what nobody understands is asked about. */
function attendanceIn(text: string): string {
  const said = text.toLowerCase().normalize("NFC").replace(/[\s-]/g, "");
  if (onSite.includes(said)) return "onsite";
  return online.includes(said) ? "online" : said;
}

function cellsOf(row: readonly string[], columns: ImportColumns) {
  const cell = (field: ImportField) => {
    const at = columns[field];
    return undefused(at === null ? "" : (row[at] ?? ""));
  };
  const name = cell("name") || `${cell("firstName")} ${cell("lastName")}`;
  return {
    email: cell("email"),
    name,
    organisation: cell("organisation"),
    tags: cell("tags"),
    locale: localeIn(cell("language")),
    attendance: attendanceIn(cell("attendance")),
  };
}

const problemsOf = (error: z.ZodError): Problem[] =>
  Object.entries(fieldErrors(error)).map(([field, keys]) => ({
    // A list names its parts; the field is what people know.
    field: field.split(".")[0] ?? field,
    key: keys[0] ?? "invalid",
  }));

/** Every row of the file that is not empty, checked like the form that the person would have filled in. */
export function readPeople(rows: readonly (readonly string[])[], columns: ImportColumns): ReadRow[] {
  const first = hasHead(rows) ? 1 : 0;
  return rows.slice(first).flatMap((cells, index): ReadRow[] => {
    if (cells.every((cell) => cell === "")) return [];
    const said = cellsOf(cells, columns);
    const row = first + index + 1;
    const parsed = importedPerson.safeParse(said);
    if (parsed.success) return [{ row, email: parsed.data.email, person: parsed.data }];
    return [{ row, email: said.email.slice(0, 100), problems: problemsOf(parsed.error) }];
  });
}

export type Known = Pick<
  RegistrationRow,
  "id" | "email" | "name" | "organisation" | "status" | "tags" | "provenAt"
>;

export type Change = { id: Id<"registration">; name: string; organisation: string; tags: string[] };
export type Planned = { row: number; email: string } & (
  | { outcome: "confirmed" | "waiting"; person: Person }
  | { outcome: "changed"; change: Change }
  | { outcome: "unchanged" | "cancelled_before" | "twice" | "event_full" | "no_onsite_seats" }
  | { outcome: "invalid"; problems: Problem[] }
);

/**
 * What a person calls themselves counts once they have proven the address; the office's words come along. Undefined when
 * nothing would be another.
 */
function changeOf(known: Known, person: Person): Change | undefined {
  const tags = mergedTags(known.tags, person.tags);
  const isOwn = known.provenAt !== null;
  const name = isOwn ? known.name : person.name;
  // An empty cell says nothing: a shorter list takes nothing away.
  const organisation = isOwn || person.organisation === "" ? known.organisation : person.organisation;
  const same =
    name === known.name && organisation === known.organisation && tags.length === known.tags.length;
  return same ? undefined : { id: known.id, name, organisation, tags };
}

/**
 * What would become of each row, in the order of the file, with the seats as they are. The same file again changes
 * nothing: an address that is on the list is found, and whoever gave their seat back, or was declined, stays away.
 */
export function planImport(
  rows: readonly ReadRow[],
  known: ReadonlyMap<string, Known>,
  plan: SeatColumns,
): Planned[] {
  const left = { online: seatsOf(plan, "online"), onsite: seatsOf(plan, "onsite") };
  const seen = new Set<string>();
  const seated = ({ attendance }: Person) => {
    if (attendance === "onsite" && plan.onsiteCapacity === null) return "no_onsite_seats";
    const seating = seatingOf(left[attendance]);
    if (seating === "full") return "event_full";
    left[attendance][seating] += 1;
    return seating;
  };
  const planned = (read: ReadRow): Planned => {
    const { row, email } = read;
    if ("problems" in read) return { row, email, outcome: "invalid", problems: read.problems };
    if (seen.has(email)) return { row, email, outcome: "twice" };
    seen.add(email);
    const old = known.get(email);
    if (old && !isHeld(old)) return { row, email, outcome: "cancelled_before" };
    if (old) {
      const change = changeOf(old, read.person);
      return change ? { row, email, outcome: "changed", change } : { row, email, outcome: "unchanged" };
    }
    const { person } = read;
    const outcome = seated(person);
    return outcome === "confirmed" || outcome === "waiting"
      ? { row, email, outcome, person }
      : { row, email, outcome };
  };
  return rows.map(planned);
}

/** How many rows end in which way. */
export function countsOf(planned: readonly { outcome: ImportOutcome }[]): Record<ImportOutcome, number> {
  const of = (outcome: ImportOutcome) => planned.filter((one) => one.outcome === outcome).length;
  return {
    confirmed: of("confirmed"),
    waiting: of("waiting"),
    changed: of("changed"),
    unchanged: of("unchanged"),
    cancelled_before: of("cancelled_before"),
    twice: of("twice"),
    event_full: of("event_full"),
    no_onsite_seats: of("no_onsite_seats"),
    invalid: of("invalid"),
  };
}
