import "server-only";
import { asc, eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { audienceQuestions, questionVotes } from "@/db/schema/interaction-questions";
import { events } from "@/db/schema/programme";
import { admissions } from "@/db/schema/rooms";
import { isPublicQuestion } from "@/domain/interaction/rules/questions";
import type { Holder } from "@/domain/registration/queries/of-person";
import type { Entry } from "../rules";
import { ownAdmissions } from "./held-presence";

const voted = { act: "voted" } as const;
const asked = { act: "asked" } as const;

/** What somebody has asked, also without their name, and which questions they voted for: of others' questions no name. */
export async function heldQuestions(reader: Reader, holder: Holder): Promise<Entry[]> {
  const own = await reader
    .select({ question: audienceQuestions, event: events.title })
    .from(audienceQuestions)
    .innerJoin(admissions, eq(admissions.id, audienceQuestions.admissionId))
    .innerJoin(events, eq(events.id, audienceQuestions.eventId))
    .where(ownAdmissions(reader, holder))
    .orderBy(asc(audienceQuestions.createdAt));
  const votes = await reader
    .select({
      at: questionVotes.createdAt,
      text: audienceQuestions.text,
      state: audienceQuestions.state,
      event: events.title,
    })
    .from(questionVotes)
    .innerJoin(admissions, eq(admissions.id, questionVotes.admissionId))
    .innerJoin(audienceQuestions, eq(audienceQuestions.id, questionVotes.questionId))
    .innerJoin(events, eq(events.id, audienceQuestions.eventId))
    .where(ownAdmissions(reader, holder))
    .orderBy(asc(questionVotes.createdAt));
  return [
    ...own.map(({ question, event }) => ({
      event,
      ...asked,
      at: question.createdAt,
      text: question.text,
      anonymous: question.isAnonymous,
      state: question.state,
      answer: question.answer,
    })),
    // Reworded since, it may wait for hosts again: such words are nobody's to read yet.
    ...votes.map(({ event, at, text, state }) => ({
      event,
      ...voted,
      at,
      text: isPublicQuestion(state) ? text : "",
    })),
  ];
}
