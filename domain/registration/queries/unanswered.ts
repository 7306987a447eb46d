import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { formQuestions, questionWordings } from "@/db/schema/forms";
import { answers, registrations } from "@/db/schema/registration";

/** Whether an answer answers the question as it stands now; in words, `stillAnswers` of the answers. */
const stillAnswers = sql`given.version = q.version or (
  q.definition ->> 'kind' <> 'consent'
  and exists (select 1 from ${questionWordings} w
     where w.question_id = q.id and w.version = given.version
       and w.definition ->> 'kind' = q.definition ->> 'kind')
  and case q.definition ->> 'kind'
        when 'choice' then q.definition -> 'options' @> jsonb_build_array(jsonb_build_object('id', given.value -> 'is'))
        when 'choices' then not exists (select 1 from jsonb_array_elements(given.value -> 'is') chosen
           where not q.definition -> 'options' @> jsonb_build_array(jsonb_build_object('id', chosen)))
        else true
      end)`;

/** Whether what was answered brings a question up: `meets` of the forms. */
const bringsUp = sql`condition ->> 'questionId' = earlier.id and case jsonb_typeof(earlier.answer)
  when 'array' then earlier.answer ? (condition ->> 'answer')
  else earlier.answer #>> '{}' = condition ->> 'answer' end`;

/** Whether the questions asked in confidence count, too: only for who may read what was answered to them. */
export type Sight = { inConfidence: boolean };

/**
 * Who has a place and is still asked something that follows it: the follow-ups of `openQuestions`, for queries of
 * registrations. What nobody asks them, because no answer of theirs brings it up, they do not owe. What has to be answered
 * is answered at once or not at all, so one answer stands for what may be left empty. Whoever is found by a question that
 * an answer brought up has told that answer: without sight of what was said in confidence it brings up nothing.
 */
export const hasNotFollowed = ({ inConfidence }: Sight): SQL | undefined =>
  and(
    eq(registrations.status, "confirmed"),
    sql`exists (select 1 from ${formQuestions}
         where ${formQuestions.eventId} = ${registrations.eventId} and ${formQuestions.archivedAt} is null
           and ${formQuestions.definition} ->> 'stage' = 'followUp')`,
    sql`exists (
      with recursive form as (
        select q.id, q.definition ->> 'stage' = 'followUp' as follows, (q.definition -> 'required')::boolean as required,
               q.definition -> 'showIf' as show_if, given.value -> 'is' as answer
          from ${formQuestions} q
          left join ${answers} given
            on given.question_id = q.id and given.registration_id = ${registrations.id} and (${stillAnswers})
         where q.event_id = ${registrations.eventId} and q.archived_at is null
           and (${inConfidence} or not q.sensitive)),
      asked as (
        select id from form where jsonb_array_length(show_if) = 0
        union
        select form.id from asked
          join form earlier on earlier.id = asked.id and earlier.answer is not null
          join form on exists (select 1 from jsonb_array_elements(form.show_if) condition where ${bringsUp})),
      following as (select required, answer from form where follows and id in (select id from asked))
      select 1 from following
       where answer is null
         and (required or not exists (select 1 from following where answer is not null)))`,
  );
