import { expect, it } from "vitest";
import { db } from "@/db/client";
import { erasures } from "@/db/schema/privacy";
import { personActor, system } from "@/db/testing/actors";
import { aPerson } from "@/db/testing/makers";
import { recordErasures } from "./record-erasures";

const row = (letter: string) => ({
  kind: "person",
  idHash: letter.repeat(64),
  erasedAt: "2026-11-24T09:00:00Z",
});

it("takes in what is not there yet, and refuses what is no hash", async () => {
  const record = (rows: object[]) => recordErasures({ actor: system, input: { rows } });
  expect(await record([row("a"), row("b")])).toMatchObject({ value: { added: 2 } });
  expect(await record([row("b"), row("c")])).toMatchObject({ value: { added: 1 } });
  expect(await record([{ ...row("a"), idHash: "per_1" }])).toMatchObject({ failure: { kind: "invalid" } });
  expect(await record([])).toMatchObject({ value: { added: 0 } });
  expect(await db().$count(erasures)).toBe(3);
  const call = { actor: personActor(await aPerson()), input: { rows: [row("d")] } };
  expect(await recordErasures(call)).toMatchObject({ failure: { kind: "not_found" } });
});
