CREATE TABLE "poll_ballots" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"poll_id" text NOT NULL,
	"admission_id" text NOT NULL,
	"picks" integer[] DEFAULT '{}'::integer[] NOT NULL,
	"words" text[] DEFAULT '{}'::text[] NOT NULL,
	"cast_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "polls" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"kind" text NOT NULL,
	"question" text NOT NULL,
	"options" text[] DEFAULT '{}'::text[] NOT NULL,
	"correct" integer[] DEFAULT '{}'::integer[] NOT NULL,
	"hidden_words" text[] DEFAULT '{}'::text[] NOT NULL,
	"opened_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"shared_at" timestamp with time zone,
	"tally" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "polls_closed_after_opening" CHECK ("polls"."closed_at" is null or "polls"."opened_at" is not null),
	CONSTRAINT "polls_counted_when_closed" CHECK (("polls"."closed_at" is null) = ("polls"."tally" is null)),
	CONSTRAINT "polls_shared_after_opening" CHECK ("polls"."shared_at" is null or "polls"."opened_at" is not null)
);
--> statement-breakpoint
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
CREATE TABLE "asides" (
	"admission_id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"kind" text NOT NULL,
	"round_id" text NOT NULL,
	"room_id" text,
	"sound_from" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "asides_listen_to_one" CHECK (("asides"."kind" = 'listen') = ("asides"."room_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "round_meetings" (
	"live_session_id" text NOT NULL,
	"one_id" text NOT NULL,
	"other_id" text NOT NULL,
	"round_id" text NOT NULL,
	CONSTRAINT "round_meetings_once" PRIMARY KEY("live_session_id","one_id","other_id"),
	CONSTRAINT "round_meetings_in_order" CHECK ("round_meetings"."one_id" < "round_meetings"."other_id")
);
--> statement-breakpoint
CREATE TABLE "networkings" (
	"id" text PRIMARY KEY NOT NULL,
	"live_session_id" text NOT NULL,
	"rounds" integer NOT NULL,
	"duration_seconds" integer NOT NULL,
	"break_seconds" integer NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"planned_for" text,
	"stopped_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "networkings_few_rounds" CHECK ("networkings"."rounds" between 1 and 20)
);
--> statement-breakpoint
ALTER TABLE "rooms" ADD COLUMN "matches" text;--> statement-breakpoint
ALTER TABLE "rooms" ADD COLUMN "spotlight_id" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "title" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "question_id" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "networking_id" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "position" integer;--> statement-breakpoint
ALTER TABLE "poll_ballots" ADD CONSTRAINT "poll_ballots_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_ballots" ADD CONSTRAINT "poll_ballots_poll_id_polls_id_fk" FOREIGN KEY ("poll_id") REFERENCES "public"."polls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_ballots" ADD CONSTRAINT "poll_ballots_admission_id_admissions_id_fk" FOREIGN KEY ("admission_id") REFERENCES "public"."admissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audience_questions" ADD CONSTRAINT "audience_questions_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audience_questions" ADD CONSTRAINT "audience_questions_admission_id_admissions_id_fk" FOREIGN KEY ("admission_id") REFERENCES "public"."admissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audience_questions" ADD CONSTRAINT "audience_questions_hall_guest_id_hall_guests_id_fk" FOREIGN KEY ("hall_guest_id") REFERENCES "public"."hall_guests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audience_questions" ADD CONSTRAINT "audience_questions_merged_into_id_audience_questions_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."audience_questions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hall_guests" ADD CONSTRAINT "hall_guests_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_settings" ADD CONSTRAINT "question_settings_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_votes" ADD CONSTRAINT "question_votes_question_id_audience_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."audience_questions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_votes" ADD CONSTRAINT "question_votes_admission_id_admissions_id_fk" FOREIGN KEY ("admission_id") REFERENCES "public"."admissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_votes" ADD CONSTRAINT "question_votes_hall_guest_id_hall_guests_id_fk" FOREIGN KEY ("hall_guest_id") REFERENCES "public"."hall_guests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asides" ADD CONSTRAINT "asides_admission_id_admissions_id_fk" FOREIGN KEY ("admission_id") REFERENCES "public"."admissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asides" ADD CONSTRAINT "asides_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asides" ADD CONSTRAINT "asides_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asides" ADD CONSTRAINT "asides_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_meetings" ADD CONSTRAINT "round_meetings_live_session_id_live_sessions_id_fk" FOREIGN KEY ("live_session_id") REFERENCES "public"."live_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_meetings" ADD CONSTRAINT "round_meetings_one_id_admissions_id_fk" FOREIGN KEY ("one_id") REFERENCES "public"."admissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_meetings" ADD CONSTRAINT "round_meetings_other_id_admissions_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."admissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_meetings" ADD CONSTRAINT "round_meetings_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "networkings" ADD CONSTRAINT "networkings_live_session_id_live_sessions_id_fk" FOREIGN KEY ("live_session_id") REFERENCES "public"."live_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "poll_ballots_one_each" ON "poll_ballots" USING btree ("poll_id","admission_id");--> statement-breakpoint
CREATE INDEX "poll_ballots_by_event" ON "poll_ballots" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "poll_ballots_by_admission" ON "poll_ballots" USING btree ("admission_id");--> statement-breakpoint
CREATE UNIQUE INDEX "polls_one_open" ON "polls" USING btree ("event_id") WHERE "polls"."opened_at" is not null and "polls"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "polls_by_event" ON "polls" USING btree ("event_id");--> statement-breakpoint
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
CREATE INDEX "question_votes_by_guest" ON "question_votes" USING btree ("hall_guest_id");--> statement-breakpoint
CREATE INDEX "asides_by_round" ON "asides" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "asides_by_event" ON "asides" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "asides_by_room" ON "asides" USING btree ("room_id");--> statement-breakpoint
CREATE INDEX "round_meetings_by_round" ON "round_meetings" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "round_meetings_by_one" ON "round_meetings" USING btree ("one_id");--> statement-breakpoint
CREATE INDEX "round_meetings_by_other" ON "round_meetings" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "networkings_by_live_session" ON "networkings" USING btree ("live_session_id");--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_spotlight_id_admissions_id_fk" FOREIGN KEY ("spotlight_id") REFERENCES "public"."admissions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_question_id_form_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."form_questions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_networking_id_networkings_id_fk" FOREIGN KEY ("networking_id") REFERENCES "public"."networkings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rounds_by_question" ON "rounds" USING btree ("question_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rounds_one_per_position" ON "rounds" USING btree ("networking_id","position");