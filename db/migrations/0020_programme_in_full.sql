CREATE TABLE "materials" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"session_id" text,
	"title" text NOT NULL,
	"url" text,
	"file_id" text,
	"file_type" text,
	"file_name" text,
	"file_bytes" integer,
	"audience" text NOT NULL,
	"after_event" boolean DEFAULT false NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "materials_are_link_or_file" CHECK (("materials"."url" is null) <> ("materials"."file_id" is null)),
	CONSTRAINT "materials_know_their_file" CHECK (("materials"."file_id" is null) = ("materials"."file_type" is null or "materials"."file_name" is null or "materials"."file_bytes" is null))
);
--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "postponed_from" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "session_speakers" ADD COLUMN "starts_at" timestamp with time zone DEFAULT '-infinity' NOT NULL;--> statement-breakpoint
ALTER TABLE "session_speakers" ADD COLUMN "ends_at" timestamp with time zone DEFAULT '-infinity' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "track" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "place" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "mode" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "is_internal" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "scene" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "crew" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "notes" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "begun_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "speakers" ADD COLUMN "role" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "speakers" ADD COLUMN "bio_de" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "speakers" ADD COLUMN "bio_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "speakers" ADD COLUMN "picture_id" text;--> statement-breakpoint
ALTER TABLE "materials" ADD CONSTRAINT "materials_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "materials" ADD CONSTRAINT "materials_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "materials_by_event" ON "materials" USING btree ("event_id","position");--> statement-breakpoint
CREATE INDEX "materials_by_file" ON "materials" USING btree ("file_id");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_with_times" UNIQUE("id","starts_at","ends_at");