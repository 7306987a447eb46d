import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { auditEntries } from "@/db/schema/kernel";
import { eventActor } from "@/db/testing/actors";
import { aDesk } from "@/db/testing/agenda";
import { anEventRole } from "@/db/testing/makers";
import { exportSensitiveAnswers } from "./export-sensitive-answers";

it("P21, P22: is the office's alone, and writes down who it was", async () => {
  const { event, actor, strangers } = await aDesk();
  const input = { eventId: event.id, format: "excel", sensitive: "on" };
  const host = eventActor(await anEventRole(event, "host"), event, "host");
  expect(await exportSensitiveAnswers({ actor: host, input })).toMatchObject({
    failure: { kind: "forbidden" },
  });
  for (const stranger of strangers)
    expect(await exportSensitiveAnswers({ actor: stranger, input })).toMatchObject({
      failure: { kind: "not_found" },
    });
  expect(await exportSensitiveAnswers({ actor, input })).toMatchObject({ ok: true });
  const written = and(
    eq(auditEntries.eventId, event.id),
    eq(auditEntries.command, "export-sensitive-answers"),
    eq(auditEntries.outcome, "ok"),
  );
  expect(await db().$count(auditEntries, written)).toBe(1);
});
