-- Every answer names the event of its registration, which is the event of its question too. The order is not that of the
-- generator: what is referenced comes first, and old answers get their event before each must have one.
ALTER TABLE "form_questions" ADD CONSTRAINT "form_questions_of_event" UNIQUE("id","event_id");--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_of_event" UNIQUE("id","event_id");--> statement-breakpoint
ALTER TABLE "answers" DROP CONSTRAINT "answers_registration_id_registrations_id_fk";--> statement-breakpoint
ALTER TABLE "answers" DROP CONSTRAINT "answers_question_id_form_questions_id_fk";--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "event_id" text;--> statement-breakpoint
UPDATE "answers" SET "event_id" = "registrations"."event_id" FROM "registrations" WHERE "registrations"."id" = "answers"."registration_id";--> statement-breakpoint
ALTER TABLE "answers" ALTER COLUMN "event_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_of_registration" FOREIGN KEY ("registration_id","event_id") REFERENCES "public"."registrations"("id","event_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_of_question" FOREIGN KEY ("question_id","event_id") REFERENCES "public"."form_questions"("id","event_id") ON DELETE no action ON UPDATE no action;
