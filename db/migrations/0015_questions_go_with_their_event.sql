-- An event is deleted with its questions and its registrations with their answers, whichever Postgres deletes first.
ALTER TABLE "answers" ALTER CONSTRAINT "answers_question_id_form_questions_id_fk" DEFERRABLE INITIALLY DEFERRED;
