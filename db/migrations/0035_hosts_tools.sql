CREATE TABLE "speaking_times" (
	"live_session_id" text NOT NULL,
	"role" text NOT NULL,
	"milliseconds" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "speaking_times_once" PRIMARY KEY("live_session_id","role")
);
--> statement-breakpoint
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
ALTER TABLE "speaking_times" ADD CONSTRAINT "speaking_times_live_session_id_live_sessions_id_fk" FOREIGN KEY ("live_session_id") REFERENCES "public"."live_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "rooms_one_backstage" ON "rooms" USING btree ("live_session_id") WHERE "rooms"."kind" = 'backstage' and "rooms"."closed_at" is null;