CREATE TABLE "attendance_reminders" (
	"registration_id" text NOT NULL,
	"event_id" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "attendance_reminders_once" PRIMARY KEY("registration_id","starts_at")
);
--> statement-breakpoint
CREATE TABLE "certificate_rules" (
	"event_id" text PRIMARY KEY NOT NULL,
	"is_offered" boolean NOT NULL,
	"min_minutes" integer NOT NULL,
	CONSTRAINT "certificate_rules_of_minutes" CHECK ("certificate_rules"."min_minutes" between 1 and 6000)
);
--> statement-breakpoint
CREATE TABLE "event_feedback" (
	"registration_id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"score" smallint NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	CONSTRAINT "event_feedback_in_five_steps" CHECK ("event_feedback"."score" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "wall_addresses" (
	"event_id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	CONSTRAINT "wall_addresses_token" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "speaking_times" (
	"live_session_id" text NOT NULL,
	"role" text NOT NULL,
	"milliseconds" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "speaking_times_once" PRIMARY KEY("live_session_id","role")
);
--> statement-breakpoint
ALTER TABLE "attendance_totals" ADD COLUMN "peak" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "admissions" ADD COLUMN "name_given" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD COLUMN "lobby" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD COLUMN "scene" text DEFAULT 'stage' NOT NULL;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD COLUMN "message" text;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD COLUMN "message_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD COLUMN "timer_label" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD COLUMN "timer_ends_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD COLUMN "timer_held_seconds" integer;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD COLUMN "counts_speaking" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD COLUMN "hostless_minutes" integer;--> statement-breakpoint
ALTER TABLE "placements" ADD COLUMN "admitted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "placements" ADD COLUMN "on_stage_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "placements" ADD COLUMN "unmute_asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sanctions" ADD COLUMN "returns" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "attendance_reminders" ADD CONSTRAINT "attendance_reminders_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_reminders" ADD CONSTRAINT "attendance_reminders_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_rules" ADD CONSTRAINT "certificate_rules_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_feedback" ADD CONSTRAINT "event_feedback_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_feedback" ADD CONSTRAINT "event_feedback_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wall_addresses" ADD CONSTRAINT "wall_addresses_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speaking_times" ADD CONSTRAINT "speaking_times_live_session_id_live_sessions_id_fk" FOREIGN KEY ("live_session_id") REFERENCES "public"."live_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attendance_reminders_by_event" ON "attendance_reminders" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "event_feedback_by_event" ON "event_feedback" USING btree ("event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rooms_one_backstage" ON "rooms" USING btree ("live_session_id") WHERE "rooms"."kind" = 'backstage' and "rooms"."closed_at" is null;