import { readdirSync } from "node:fs";
import { join } from "node:path";
import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { expect, it } from "vitest";
import { locales } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { fates, fields, impersonalTables, personalTables, sections } from "./rules";

/** Every table that the schema defines, however many files it has. */
async function tablesOfSchema() {
  const files = readdirSync(join(process.cwd(), "db", "schema")).filter((name) => name.endsWith(".ts"));
  const modules: Record<string, unknown>[] = [];
  for (const file of files) modules.push(await import(join(process.cwd(), "db", "schema", file)));
  return modules
    .flatMap((exported) => Object.values(exported))
    .filter((value): value is PgTable => is(value, PgTable))
    .map((table) => getTableConfig(table));
}

/** Columns that hold an address, a name of somebody, or the id of a row that is about a person. */
const TELLING =
  /(?:^|_)(?:email|address|person|admission|registration|claim|actor|author|display_name)(?:_|$)/;
/** Deadlines of registration, and a network's own mailbox, are no person's. */
const HARMLESS = new Set([
  "events.registration_opens_at",
  "events.registration_closes_at",
  "networks.contact_email",
]);

it("P11, P12: says of every table what a copy shows of it and what erasing makes of it, or that it tells of nobody", async () => {
  const known = [...Object.keys(personalTables), ...impersonalTables].sort();
  const tables = await tablesOfSchema();
  expect(tables.map(({ name }) => name).sort()).toEqual(known);
  expect(new Set(known).size).toBe(known.length);
});

it("calls no table impersonal that leads to a person", async () => {
  const personal = new Set(Object.keys(personalTables));
  const leads: string[] = [];
  for (const { name, foreignKeys, columns } of await tablesOfSchema()) {
    if (personal.has(name)) continue;
    for (const key of foreignKeys) {
      const to = getTableConfig(key.reference().foreignTable).name;
      if (personal.has(to)) leads.push(`${name} → ${to}`);
    }
    for (const { name: column } of columns)
      if (TELLING.test(column) && !HARMLESS.has(`${name}.${column}`)) leads.push(`${name}.${column}`);
  }
  expect(leads).toEqual([]);
});

it("every part of the copy comes from a table, and every fate and field has words in both languages", () => {
  const shown = Object.values(personalTables).flatMap((one) => ("section" in one ? [one.section] : []));
  expect([...new Set(shown)].sort()).toEqual([...sections].sort());
  for (const locale of locales) {
    const words = messages[locale].privacy;
    expect(Object.keys(words.sections).sort()).toEqual([...sections].sort());
    expect(Object.keys(words.fields).sort()).toEqual([...fields].sort());
    expect(Object.keys(words.erase.fates).sort()).toEqual([...fates].sort());
  }
});
