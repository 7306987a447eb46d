import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { formQuestions } from "@/db/schema/forms";
import { answers, registrations } from "@/db/schema/registration";

const isFollowUp = sql`${formQuestions.definition} ->> 'stage' = 'followUp'`;

/**
 * Who has a place and has answered nothing of what is asked after it, at an event that asks something then; for queries
 * of registrations. What has to be answered is answered at once or not at all, so one answer stands for the form.
 */
export const hasNotFollowed = (): SQL | undefined =>
  and(
    eq(registrations.status, "confirmed"),
    sql`exists (select 1 from ${formQuestions}
         where ${formQuestions.eventId} = ${registrations.eventId} and ${formQuestions.archivedAt} is null and ${isFollowUp})`,
    sql`not exists (select 1 from ${answers} join ${formQuestions} on ${formQuestions.id} = ${answers.questionId}
         where ${answers.registrationId} = ${registrations.id} and ${isFollowUp})`,
  );
