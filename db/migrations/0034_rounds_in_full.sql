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
ALTER TABLE "rounds" ADD COLUMN "title" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "question_id" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "networking_id" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "position" integer;--> statement-breakpoint
ALTER TABLE "asides" ADD CONSTRAINT "asides_admission_id_admissions_id_fk" FOREIGN KEY ("admission_id") REFERENCES "public"."admissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asides" ADD CONSTRAINT "asides_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asides" ADD CONSTRAINT "asides_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asides" ADD CONSTRAINT "asides_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_meetings" ADD CONSTRAINT "round_meetings_live_session_id_live_sessions_id_fk" FOREIGN KEY ("live_session_id") REFERENCES "public"."live_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_meetings" ADD CONSTRAINT "round_meetings_one_id_admissions_id_fk" FOREIGN KEY ("one_id") REFERENCES "public"."admissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_meetings" ADD CONSTRAINT "round_meetings_other_id_admissions_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."admissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_meetings" ADD CONSTRAINT "round_meetings_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "networkings" ADD CONSTRAINT "networkings_live_session_id_live_sessions_id_fk" FOREIGN KEY ("live_session_id") REFERENCES "public"."live_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "asides_by_round" ON "asides" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "asides_by_event" ON "asides" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "asides_by_room" ON "asides" USING btree ("room_id");--> statement-breakpoint
CREATE INDEX "round_meetings_by_round" ON "round_meetings" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "round_meetings_by_one" ON "round_meetings" USING btree ("one_id");--> statement-breakpoint
CREATE INDEX "round_meetings_by_other" ON "round_meetings" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "networkings_by_live_session" ON "networkings" USING btree ("live_session_id");--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_question_id_form_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."form_questions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_networking_id_networkings_id_fk" FOREIGN KEY ("networking_id") REFERENCES "public"."networkings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rounds_by_question" ON "rounds" USING btree ("question_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rounds_one_per_position" ON "rounds" USING btree ("networking_id","position");