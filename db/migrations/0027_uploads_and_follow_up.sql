CREATE TABLE "uploads" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"question_id" text NOT NULL,
	"registration_id" text,
	"file_id" text NOT NULL,
	"file_name" text NOT NULL,
	"file_type" text NOT NULL,
	"file_bytes" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "uploads_one_per_file" UNIQUE("file_id"),
	CONSTRAINT "uploads_not_empty" CHECK ("uploads"."file_bytes" > 0)
);
--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_of_question" FOREIGN KEY ("question_id","event_id") REFERENCES "public"."form_questions"("id","event_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_of_answer" FOREIGN KEY ("registration_id","question_id") REFERENCES "public"."answers"("registration_id","question_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "uploads_by_answer" ON "uploads" USING btree ("registration_id","question_id");--> statement-breakpoint
CREATE INDEX "uploads_unclaimed" ON "uploads" USING btree ("event_id","created_at") WHERE "uploads"."registration_id" is null;