import { afterEach, expect, it } from "vitest";
import { aDesk, aMaterial } from "@/db/testing/agenda";
import { aFileQuestion, anUpload, aQuestion } from "@/db/testing/forms";
import { readStored, storeFile } from "@/lib/storage/store";
import { setClock } from "@/lib/time/clock";
import { dropUnnamedFiles } from "./files";

let restore: () => void = () => undefined;
afterEach(() => restore());

it("deletes what no row names, and nothing that is just being brought", async () => {
  const { event } = await aDesk();
  const named = await storeFile(new Uint8Array([1]));
  const unnamed = await storeFile(new Uint8Array([2]));
  await aMaterial(event, { fileId: named });
  const { fileId: brought } = await anUpload({
    eventId: event.id,
    question: await aQuestion(event, aFileQuestion),
  });
  await dropUnnamedFiles();
  expect(await readStored(unnamed), "younger than an hour").toBeDefined();
  const later = new Date(Date.now() + 2 * 3_600_000);
  restore = setClock(() => later);
  await dropUnnamedFiles();
  expect(await readStored(unnamed)).toBeUndefined();
  for (const one of [named, brought]) expect(await readStored(one)).toBeDefined();
});
