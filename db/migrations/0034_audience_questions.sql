CREATE TABLE "audience_questions" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"admission_id" text,
	"hall_guest_id" text,
	"is_anonymous" boolean DEFAULT false NOT NULL,
	"hall_name" text DEFAULT '' NOT NULL,
	"text" text NOT NULL,
	"state" text NOT NULL,
	"merged_into_id" text,
	"answer" text,
	"pinned_at" timestamp with time zone,
	"edited_at" timestamp with time zone,
	"stopped_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"client_key" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audience_questions_one_author" CHECK (num_nonnulls("audience_questions"."admission_id", "audience_questions"."hall_guest_id") = 1),
	CONSTRAINT "audience_questions_not_into_itself" CHECK ("audience_questions"."merged_into_id" <> "audience_questions"."id"),
	CONSTRAINT "audience_questions_pinned_are_seen" CHECK ("audience_questions"."pinned_at" is null or ("audience_questions"."merged_into_id" is null and "audience_questions"."state" in ('new', 'on_air', 'answered')))
);
--> statement-breakpoint
CREATE TABLE "hall_guests" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"secret_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "question_settings" (
	"event_id" text PRIMARY KEY NOT NULL,
	"is_open" boolean DEFAULT true NOT NULL,
	"is_moderated" boolean DEFAULT false NOT NULL,
	"allows_anonymous" boolean DEFAULT true NOT NULL,
	"hall_token" text,
	"projector_token" text,
	CONSTRAINT "question_settings_hall" UNIQUE("hall_token"),
	CONSTRAINT "question_settings_projector" UNIQUE("projector_token")
);
--> statement-breakpoint
CREATE TABLE "question_votes" (
	"question_id" text NOT NULL,
	"admission_id" text,
	"hall_guest_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "question_votes_one_voter" CHECK (num_nonnulls("question_votes"."admission_id", "question_votes"."hall_guest_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "audience_questions" ADD CONSTRAINT "audience_questions_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audience_questions" ADD CONSTRAINT "audience_questions_admission_id_admissions_id_fk" FOREIGN KEY ("admission_id") REFERENCES "public"."admissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audience_questions" ADD CONSTRAINT "audience_questions_hall_guest_id_hall_guests_id_fk" FOREIGN KEY ("hall_guest_id") REFERENCES "public"."hall_guests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audience_questions" ADD CONSTRAINT "audience_questions_merged_into_id_audience_questions_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."audience_questions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hall_guests" ADD CONSTRAINT "hall_guests_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_settings" ADD CONSTRAINT "question_settings_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_votes" ADD CONSTRAINT "question_votes_question_id_audience_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."audience_questions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_votes" ADD CONSTRAINT "question_votes_admission_id_admissions_id_fk" FOREIGN KEY ("admission_id") REFERENCES "public"."admissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_votes" ADD CONSTRAINT "question_votes_hall_guest_id_hall_guests_id_fk" FOREIGN KEY ("hall_guest_id") REFERENCES "public"."hall_guests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "audience_questions_one_on_air" ON "audience_questions" USING btree ("event_id") WHERE "audience_questions"."state" = 'on_air';--> statement-breakpoint
CREATE UNIQUE INDEX "audience_questions_one_pinned" ON "audience_questions" USING btree ("event_id") WHERE "audience_questions"."pinned_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "audience_questions_once" ON "audience_questions" USING btree ("admission_id","client_key");--> statement-breakpoint
CREATE UNIQUE INDEX "audience_questions_once_in_hall" ON "audience_questions" USING btree ("hall_guest_id","client_key");--> statement-breakpoint
CREATE INDEX "audience_questions_by_event" ON "audience_questions" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "audience_questions_by_target" ON "audience_questions" USING btree ("merged_into_id");--> statement-breakpoint
CREATE UNIQUE INDEX "hall_guests_one_per_browser" ON "hall_guests" USING btree ("event_id","secret_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "question_votes_one_a_person" ON "question_votes" USING btree ("question_id","admission_id");--> statement-breakpoint
CREATE UNIQUE INDEX "question_votes_one_a_browser" ON "question_votes" USING btree ("question_id","hall_guest_id");--> statement-breakpoint
CREATE INDEX "question_votes_by_admission" ON "question_votes" USING btree ("admission_id");--> statement-breakpoint
CREATE INDEX "question_votes_by_guest" ON "question_votes" USING btree ("hall_guest_id");