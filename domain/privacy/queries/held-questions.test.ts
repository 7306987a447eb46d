import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { admissions } from "@/db/schema/rooms";
import { anAudience } from "@/db/testing/audience";
import { editQuestion } from "@/domain/interaction/commands/edit-question";
import { heldQuestions } from "./held-questions";

/** What the copy of this guest's data says of questions. */
async function copyOf(admissionId: `adm_${string}`) {
  const [found] = await db()
    .select({ personId: admissions.personId })
    .from(admissions)
    .where(eq(admissions.id, admissionId));
  if (!found?.personId) throw new Error("this guest is nobody");
  return heldQuestions(db(), { personId: found.personId, email: "" });
}

test("the copy holds one's own questions, also without a name, and of others' the words that everybody may read, without who asked", async () => {
  const { eventId, ada, ben, ask, vote, set, next } = await anAudience();
  await ask(ben, "Wer zahlt das?", { anonymous: true });
  const [open, reworded] = [await ask(ada, "Wann ist Pause?"), await ask(ada, "Harmlos?")];
  for (const id of [open, reworded]) await vote(ben, id);
  await set({ isModerated: true });
  const input = { eventId, questionId: reworded, text: "Geheim, bis jemand es freigibt" };
  await editQuestion({ actor: ada.actor, input, now: next() });
  const copy = await copyOf(ben.admissionId);
  expect(copy).toMatchObject([
    { act: "asked", text: "Wer zahlt das?", anonymous: true },
    { act: "voted", text: "Wann ist Pause?" },
    { act: "voted", text: "" },
  ]);
  expect(JSON.stringify(copy)).not.toMatch(/Geheim|Gast|adm_/);
  expect(await copyOf(ada.admissionId)).toMatchObject([
    { act: "asked", text: "Wann ist Pause?", anonymous: false },
    { act: "asked", text: "Geheim, bis jemand es freigibt", state: "waiting" },
  ]);
});
