CREATE TABLE "circular_people" (
	"circular_id" text NOT NULL,
	"registration_id" text NOT NULL,
	CONSTRAINT "circular_people_once" PRIMARY KEY("circular_id","registration_id")
);
--> statement-breakpoint
CREATE TABLE "mail_bounces" (
	"address_hash" text PRIMARY KEY NOT NULL,
	"network_id" text NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "series_networks" (
	"series_id" text NOT NULL,
	"network_id" text NOT NULL,
	"accepted_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "series_networks_once" PRIMARY KEY("series_id","network_id")
);
--> statement-breakpoint
ALTER TABLE "role_invitations" ADD COLUMN "offered_by" text;--> statement-breakpoint
ALTER TABLE "network_addresses" ADD COLUMN "listed_as" text;--> statement-breakpoint
ALTER TABLE "network_addresses" ADD COLUMN "moved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "check_ins" ADD COLUMN "renewals" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "hands" ADD COLUMN "room_id" text;--> statement-breakpoint
ALTER TABLE "talk_windows" ADD COLUMN "measured_from" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "circulars" ADD COLUMN "attendance" text DEFAULT 'all' NOT NULL;--> statement-breakpoint
ALTER TABLE "circulars" ADD COLUMN "tag" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "circulars" ADD COLUMN "question_id" text;--> statement-breakpoint
ALTER TABLE "circulars" ADD COLUMN "answer" text;--> statement-breakpoint
ALTER TABLE "circulars" ADD COLUMN "picked" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "registration_opens_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "series" ADD COLUMN "network_id" text;--> statement-breakpoint
ALTER TABLE "series" ADD COLUMN "title_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "series" ADD COLUMN "summary_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "series" ADD COLUMN "colour" text;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "is_known" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "locale" text;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "mailing" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "mailed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "renewals" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "rooms" ADD COLUMN "session_id" text;--> statement-breakpoint
ALTER TABLE "rooms" ADD COLUMN "mode" text;--> statement-breakpoint
ALTER TABLE "circular_people" ADD CONSTRAINT "circular_people_circular_id_circulars_id_fk" FOREIGN KEY ("circular_id") REFERENCES "public"."circulars"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circular_people" ADD CONSTRAINT "circular_people_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_bounces" ADD CONSTRAINT "mail_bounces_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_networks" ADD CONSTRAINT "series_networks_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_networks" ADD CONSTRAINT "series_networks_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "circular_people_by_registration" ON "circular_people" USING btree ("registration_id");--> statement-breakpoint
CREATE INDEX "series_networks_by_network" ON "series_networks" USING btree ("network_id");--> statement-breakpoint
ALTER TABLE "role_invitations" ADD CONSTRAINT "role_invitations_offered_by_people_id_fk" FOREIGN KEY ("offered_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hands" ADD CONSTRAINT "hands_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circulars" ADD CONSTRAINT "circulars_question_id_form_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."form_questions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "role_invitations_by_owner" ON "role_invitations" USING btree ("offered_by");--> statement-breakpoint
CREATE INDEX "chat_messages_by_event" ON "chat_messages" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "audit_entries_by_actor" ON "audit_entries" USING btree ("actor_id","at");--> statement-breakpoint
CREATE INDEX "meeting_people_by_person" ON "meeting_people" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "meeting_requests_from" ON "meeting_requests" USING btree ("from_person_id");--> statement-breakpoint
CREATE INDEX "events_by_series" ON "events" USING btree ("series_id");--> statement-breakpoint
CREATE INDEX "speakers_by_picture" ON "speakers" USING btree ("picture_id");--> statement-breakpoint
CREATE INDEX "uploads_by_event" ON "uploads" USING btree ("event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_one_per_address" ON "invitations" USING btree ("event_id","email");--> statement-breakpoint
CREATE INDEX "invitations_to" ON "invitations" USING btree ("email") WHERE "invitations"."email" is not null;--> statement-breakpoint
CREATE INDEX "invitations_mailed" ON "invitations" USING btree ("mailed_at") WHERE "invitations"."mailed_at" is not null;--> statement-breakpoint
CREATE INDEX "registrations_unlinked" ON "registrations" USING btree ("email") WHERE "registrations"."person_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "rooms_one_per_session" ON "rooms" USING btree ("session_id") WHERE "rooms"."session_id" is not null;--> statement-breakpoint
ALTER TABLE "network_addresses" ADD CONSTRAINT "network_addresses_moved_once" CHECK (("network_addresses"."listed_as" is null) = ("network_addresses"."moved_at" is null));--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_open_before_they_close" CHECK ("events"."registration_opens_at" < coalesce("events"."registration_closes_at", "events"."ends_at"));--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_of_address" CHECK (("invitations"."email" is null) = ("invitations"."locale" is null) and ("invitations"."email" is null or "invitations"."max_uses" = 1));--> statement-breakpoint
-- A series from before belongs to the network of its first event; the others whose events are in it host it.
UPDATE "series" SET "network_id" = (
	SELECT "network_id" FROM "events" WHERE "events"."series_id" = "series"."id" ORDER BY "created_at", "id" LIMIT 1
) WHERE "network_id" IS NULL;--> statement-breakpoint
INSERT INTO "series_networks" ("series_id", "network_id", "accepted_at")
SELECT DISTINCT "events"."series_id", "events"."network_id", now()
FROM "events" JOIN "series" ON "series"."id" = "events"."series_id"
WHERE "events"."network_id" <> "series"."network_id";
