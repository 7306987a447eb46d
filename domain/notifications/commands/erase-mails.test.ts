import { expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { personActor, system } from "@/db/testing/actors";
import { aPerson } from "@/db/testing/makers";
import { eraseMails } from "./erase-mails";

const at = new Date("2026-11-24T09:00:00Z");
const moved = new Date(at.getTime() + 60_000);
const mail = (key: string, toEmail: string, subjectId = "") => ({
  dedupeKey: key,
  kind: "meeting.accepted",
  subjectId,
  toEmail,
  locale: "de" as const,
  subject: "Gespräch",
  html: "",
  text: "",
  nextAttemptAt: at,
});

it("deletes every mail to the address and every one about these rows, sent or waiting, and no other", async () => {
  await db()
    .insert(mails)
    .values([
      mail("to-me", "weg@example.org"),
      mail("about-me", "partner@example.org", "mtg_weg"),
      { ...mail("sent", "weg@example.org"), state: "sent" },
      { ...mail("to-me-before", "frueher@example.org"), createdAt: at },
      { ...mail("to-who-came-after", "frueher@example.org"), createdAt: moved },
      mail("other", "partner@example.org", "mtg_bleibt"),
    ]);
  const addresses = [{ email: "weg@example.org" }, { email: "frueher@example.org", until: moved }];
  const input = { addresses, subjectIds: ["mtg_weg"] };
  expect(await eraseMails({ actor: system, input })).toMatchObject({ value: { gone: 4 } });
  expect((await db().select().from(mails)).map(({ dedupeKey }) => dedupeKey)).toEqual([
    "to-who-came-after",
    "other",
  ]);
  const call = { actor: personActor(await aPerson()), input };
  expect(await eraseMails(call)).toMatchObject({ failure: { kind: "not_found" } });
});

it("deletes what others were told of a talk that the person has left, of which these mails are the last trace", async () => {
  await db()
    .insert(mails)
    .values([
      mail("agreed", "weg@example.org", "mtg_zudritt"),
      mail("agreed-with", "partner@example.org", "mtg_zudritt"),
      mail("proposed", "weg@example.org", "tki_gast"),
      mail("invited", "gast@example.org", "tki_gast"),
      mail("circular", "weg@example.org"),
      mail("kept", "partner@example.org", "mtg_zuzweit"),
    ]);
  const input = { addresses: [{ email: "weg@example.org" }], subjectIds: [] };
  expect(await eraseMails({ actor: system, input })).toMatchObject({ value: { gone: 5 } });
  const left = (await db().select().from(mails)).map(({ dedupeKey }) => dedupeKey);
  expect(left).toContain("kept");
  for (const gone of ["agreed", "agreed-with", "proposed", "invited", "circular"])
    expect(left).not.toContain(gone);
});
