import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import { eventActor, guest } from "@/db/testing/actors";
import { anEventRole, aRegistration } from "@/db/testing/makers";
import { anOffice } from "@/db/testing/seats";
import { importRegistrations } from "../commands/import-registrations";
import { IMPORT_BYTES } from "../schema/import";
import { previewImport } from "./import-preview";

const FILE = [
  "Vorname;Nachname;Mail;Firma",
  "Ada;Beispiel;ada@example.org;Müller & Söhne",
  "Ben;Test;ben@",
  "Cem;Test;cem@example.org",
  "Dora;Ende;dora@example.org",
].join("\r\n");

describe("the preview of an import", () => {
  it("understands the file, says what would happen, and writes nothing", async () => {
    const { event, actor } = await anOffice({ capacity: 1 });
    await aRegistration(event, { email: "dora@example.org", status: "cancelled" });
    const rows = await db().$count(registrations);
    expect(await previewImport(actor, { eventId: event.id, text: FILE })).toMatchObject({
      ok: true,
      value: {
        delimiter: ";",
        columns: { firstName: 0, lastName: 1, email: 2, organisation: 3, name: null },
        heads: ["Vorname", "Nachname", "Mail", "Firma"],
        sample: [{ row: 2, name: "Ada Beispiel", organisation: "Müller & Söhne" }, { row: 4 }, { row: 5 }],
        counts: { confirmed: 1, waiting: 1, invalid: 1, cancelled_before: 1 },
        left: [
          { row: 3, email: "ben@", outcome: "invalid", problems: [{ field: "email", key: "invalid_email" }] },
          { row: 5, email: "dora@example.org", outcome: "cancelled_before", problems: [] },
        ],
      },
    });
    expect(await db().$count(registrations)).toBe(rows);
  });

  it("promises what the command then does", async () => {
    const { event, actor } = await anOffice({ capacity: 1 });
    const preview = await previewImport(actor, { eventId: event.id, text: FILE });
    if (!preview.ok) throw new Error(preview.failure.reason);
    const { delimiter, columns, counts } = preview.value;
    const input = { eventId: event.id, text: FILE, delimiter, columns };
    expect(await importRegistrations({ actor, input })).toMatchObject({ value: { counts } });
  });

  it("takes corrections: another separator, another column", async () => {
    const { event, actor } = await anOffice();
    const text = "Ansprechpartner,Kontakt\nAda,ada@example.org";
    const guessed = await previewImport(actor, { eventId: event.id, text });
    expect(guessed).toMatchObject({ value: { delimiter: ",", columns: { email: 1, name: null } } });
    if (!guessed.ok) throw new Error(guessed.failure.reason);
    const columns = { ...guessed.value.columns, name: 0 };
    const corrected = await previewImport(actor, { eventId: event.id, text, delimiter: ",", columns });
    expect(corrected).toMatchObject({ value: { counts: { confirmed: 1 } } });
    expect(await previewImport(actor, { eventId: event.id, text, delimiter: "|" })).toMatchObject({
      value: { delimiter: "|", heads: ["Ansprechpartner,Kontakt"] },
    });
  });

  it.each([
    ["nothing but a head", "Name;E-Mail\n\n", "file_empty"],
    ["a quote without an end", 'Name;E-Mail\n"Ada;ada@example.org', "file_unreadable"],
    ["too many bytes", "ä".repeat(IMPORT_BYTES / 2 + 1), "file_too_big"],
    ["too many rows", "a\n".repeat(5_002), "too_many_rows"],
  ])("refuses %s", async (_what, text, reason) => {
    const { event, actor } = await anOffice();
    expect(await previewImport(actor, { eventId: event.id, text })).toMatchObject({ failure: { reason } });
  });

  it("is missing for everybody who may not manage the list", async () => {
    const { event } = await anOffice();
    const host = eventActor(await anEventRole(event, "host"), event, "host");
    for (const viewer of [guest, host, (await anOffice()).actor])
      expect(await previewImport(viewer, { eventId: event.id, text: FILE })).toMatchObject({
        failure: { kind: "not_found", reason: "missing" },
      });
  });
});
