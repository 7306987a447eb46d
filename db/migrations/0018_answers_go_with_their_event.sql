-- An event is deleted with its questions and its registrations with their answers, whichever Postgres deletes first.
ALTER TABLE "answers" ALTER CONSTRAINT "answers_of_question" DEFERRABLE INITIALLY DEFERRED;
