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
CREATE TABLE "caption_writers" (
	"event_id" text NOT NULL,
	"admission_id" text NOT NULL,
	"language" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "caption_writers_event_id_admission_id_pk" PRIMARY KEY("event_id","admission_id")
);
--> statement-breakpoint
CREATE TABLE "sheet_updates" (
	"sheet_id" text NOT NULL,
	"seq" integer NOT NULL,
	"update" "bytea" NOT NULL,
	CONSTRAINT "sheet_updates_in_order" PRIMARY KEY("sheet_id","seq")
);
--> statement-breakpoint
CREATE TABLE "sheets" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"room_id" text NOT NULL,
	"kind" text NOT NULL,
	"seq" integer DEFAULT 0 NOT NULL,
	"state" "bytea",
	"state_seq" integer DEFAULT 0 NOT NULL,
	"shared_at" timestamp with time zone,
	"changed_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sheets_merged_up_to_the_newest" CHECK ("sheets"."state_seq" between 0 and "sheets"."seq"),
	CONSTRAINT "sheets_state_when_merged" CHECK (("sheets"."state" is null) = ("sheets"."state_seq" = 0))
);
--> statement-breakpoint
CREATE TABLE "chat_settings" (
	"event_id" text PRIMARY KEY NOT NULL,
	"write_to" text NOT NULL,
	"privately" text NOT NULL
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
ALTER TABLE "chat_messages" ADD COLUMN "to_admission_id" text;--> statement-breakpoint
ALTER TABLE "chat_messages" ADD COLUMN "reply_to_id" text;--> statement-breakpoint
ALTER TABLE "chat_messages" ADD COLUMN "edited_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "chat_messages" ADD COLUMN "deleted_at" timestamp with time zone;--> statement-breakpoint
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
ALTER TABLE "caption_writers" ADD CONSTRAINT "caption_writers_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "caption_writers" ADD CONSTRAINT "caption_writers_admission_id_admissions_id_fk" FOREIGN KEY ("admission_id") REFERENCES "public"."admissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_updates" ADD CONSTRAINT "sheet_updates_sheet_id_sheets_id_fk" FOREIGN KEY ("sheet_id") REFERENCES "public"."sheets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheets" ADD CONSTRAINT "sheets_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheets" ADD CONSTRAINT "sheets_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_settings" ADD CONSTRAINT "chat_settings_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speaking_times" ADD CONSTRAINT "speaking_times_live_session_id_live_sessions_id_fk" FOREIGN KEY ("live_session_id") REFERENCES "public"."live_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attendance_reminders_by_event" ON "attendance_reminders" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "event_feedback_by_event" ON "event_feedback" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "caption_writers_by_admission" ON "caption_writers" USING btree ("admission_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sheets_one_per_kind" ON "sheets" USING btree ("room_id","kind");--> statement-breakpoint
CREATE INDEX "sheets_by_event" ON "sheets" USING btree ("event_id");--> statement-breakpoint
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_to_admission_id_admissions_id_fk" FOREIGN KEY ("to_admission_id") REFERENCES "public"."admissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_reply_to_id_chat_messages_id_fk" FOREIGN KEY ("reply_to_id") REFERENCES "public"."chat_messages"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "chat_messages_by_reader" ON "chat_messages" USING btree ("to_admission_id");--> statement-breakpoint
CREATE INDEX "chat_messages_by_answered" ON "chat_messages" USING btree ("reply_to_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rooms_one_backstage" ON "rooms" USING btree ("live_session_id") WHERE "rooms"."kind" = 'backstage' and "rooms"."closed_at" is null;--> statement-breakpoint
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_private_have_a_reader" CHECK (("chat_messages"."scope" = 'private') = ("chat_messages"."to_admission_id" is not null));--> statement-breakpoint
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_not_to_oneself" CHECK ("chat_messages"."to_admission_id" <> "chat_messages"."admission_id");--> statement-breakpoint
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_deleted_are_empty" CHECK ("chat_messages"."deleted_at" is null or "chat_messages"."text" = '');--> statement-breakpoint
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_answer_another" CHECK ("chat_messages"."reply_to_id" <> "chat_messages"."id");