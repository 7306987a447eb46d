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
--> statement-breakpoint
-- An event is deleted with its questions and its registrations with their answers, whichever Postgres deletes first.
ALTER TABLE "answers" ALTER CONSTRAINT "answers_of_question" DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
DROP INDEX "registrations_waiting";--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "priority" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "seat_plans" ADD COLUMN "confirm_members" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "seat_plans" ADD COLUMN "confirm_domains" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "seat_plans" ADD COLUMN "members_first" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "seat_plans" ADD COLUMN "invited_first" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "registrations_waiting" ON "registrations" USING btree ("event_id","attendance","priority" DESC NULLS FIRST,"place") WHERE "registrations"."status" = 'waiting';