import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { people } from "@/db/schema/people";
import { admissions } from "@/db/schema/rooms";
import { aChat } from "@/db/testing/chat";
import { mentionOf } from "@/domain/interaction/schema/chat";
import { heldMessages } from "./held-presence";

it("P11: a copy has what somebody wrote, to whom alone, with names in place of ids, and nothing that others wrote to them", async () => {
  const { ada, ben, said, privately } = await aChat();
  await said(ada, `Guten Tag ${mentionOf(ben.admissionId)}`);
  await privately(ada, ben, "Nur für Sie");
  await privately(ben, ada, "Ganz meinerseits");
  const [holder] = await db()
    .select({ personId: people.id, email: people.email, name: admissions.displayName })
    .from(admissions)
    .innerJoin(people, eq(people.id, admissions.personId))
    .where(eq(admissions.id, ada.admissionId));
  const [partner] = await db()
    .select({ name: admissions.displayName })
    .from(admissions)
    .where(eq(admissions.id, ben.admissionId));
  if (!holder || !partner) throw new Error("both are people");
  const copy = await heldMessages(db(), holder);
  expect(copy.map(({ text, partner: to }) => [text, to])).toEqual([
    [`Guten Tag @${partner.name}`, undefined],
    ["Nur für Sie", partner.name],
  ]);
});
