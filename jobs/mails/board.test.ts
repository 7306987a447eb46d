import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { personBlocks } from "@/db/schema/matchmaking";
import { mails } from "@/db/schema/notifications";
import { aBoard, anEntry, aReader, type Board } from "@/db/testing/board";
import { answerContact } from "@/domain/board/commands/answer-contact";
import { offerHelp } from "@/domain/board/commands/offer-help";
import { contactAnswered, helpOffered } from "@/domain/board/events";
import { mailContactAnswered, mailHelpOffered } from "./board";

/** What was told of this offer with this kind, as the outbox hands it to its subscriber. */
async function factAbout(contactId: string, kind: string) {
  const facts = await db().select().from(outbox).where(eq(outbox.kind, kind));
  const fact = facts.find(({ payload }) => JSON.stringify(payload).includes(contactId));
  if (!fact) throw new Error(`nobody told ${kind}`);
  return { ...fact, at: fact.createdAt };
}
const mailsAbout = (subjectId: string) => db().select().from(mails).where(eq(mails.subjectId, subjectId));

/** Somebody's entry, and the offer of somebody else to help with it. */
async function anOffer(board: Board) {
  const [author, helper] = [await aReader(board), await aReader(board)];
  const entry = await anEntry(board, { personId: author.person.id });
  const offered = await offerHelp({
    actor: helper.actor,
    input: { entryId: entry.id, note: "Wir haben das" },
  });
  if (!offered.ok) throw new Error(offered.failure.reason);
  const { contactId } = offered.value;
  const block = () =>
    db().insert(personBlocks).values({ personId: author.person.id, blockedId: helper.person.id });
  return { author, helper, contactId, block };
}

it("tells the entry's side who offers help, without an address; once it agrees, the helper where it is reached", async () => {
  const { author, helper, contactId } = await anOffer(await aBoard());
  await mailHelpOffered(await factAbout(contactId, helpOffered));
  const [offer] = await mailsAbout(contactId);
  expect(offer).toMatchObject({ toEmail: author.person.email, kind: "entry.help_offered" });
  expect(offer?.text).toContain("Wir haben das");
  expect(`${offer?.text}${offer?.html}`).not.toContain(helper.person.email);
  await answerContact({ actor: author.actor, input: { contactId, answer: "agreed" } });
  await mailContactAnswered(await factAbout(contactId, contactAnswered));
  const answer = (await mailsAbout(contactId)).find(({ kind }) => kind === "entry.contact_answered");
  expect(answer?.toEmail).toBe(helper.person.email);
});

it("P24: brings no word of somebody who is kept away by the time it is written, and nobody's address to them", async () => {
  const board = await aBoard();
  const early = await anOffer(board);
  await early.block();
  await mailHelpOffered(await factAbout(early.contactId, helpOffered));
  expect(await mailsAbout(early.contactId)).toEqual([]);
  const late = await anOffer(board);
  await answerContact({ actor: late.author.actor, input: { contactId: late.contactId, answer: "agreed" } });
  await late.block();
  await mailContactAnswered(await factAbout(late.contactId, contactAnswered));
  expect(await mailsAbout(late.contactId)).toEqual([]);
});
