CREATE TABLE "calendar_feeds" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "calendar_feeds_one_per_person" UNIQUE("person_id")
);
--> statement-breakpoint
CREATE TABLE "circulars" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"author_id" text,
	"state" text DEFAULT 'draft' NOT NULL,
	"purpose" text DEFAULT 'event' NOT NULL,
	"statuses" text[] NOT NULL,
	"presence" text DEFAULT 'anyone' NOT NULL,
	"button" text DEFAULT 'none' NOT NULL,
	"subject_de" text DEFAULT '' NOT NULL,
	"body_de" text DEFAULT '' NOT NULL,
	"subject_en" text DEFAULT '' NOT NULL,
	"body_en" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"released_by_id" text,
	"released_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	CONSTRAINT "circulars_released_when_sent" CHECK (("circulars"."state" in ('draft', 'held')) = ("circulars"."released_at" is null)),
	CONSTRAINT "circulars_to_somebody" CHECK (cardinality("circulars"."statuses") > 0)
);
--> statement-breakpoint
CREATE TABLE "mail_refusals" (
	"address_hash" text PRIMARY KEY NOT NULL,
	"network_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_settings" (
	"event_id" text PRIMARY KEY NOT NULL,
	"day_before" boolean DEFAULT true NOT NULL,
	"hour_before" boolean DEFAULT true NOT NULL,
	"live_now" boolean DEFAULT true NOT NULL,
	"thanks" boolean DEFAULT false NOT NULL,
	"thanks_de" text DEFAULT '' NOT NULL,
	"thanks_en" text DEFAULT '' NOT NULL,
	"feedback_url" text,
	"review" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "circular_id" text;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "unsubscribe" text;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circulars" ADD CONSTRAINT "circulars_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circulars" ADD CONSTRAINT "circulars_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circulars" ADD CONSTRAINT "circulars_released_by_id_people_id_fk" FOREIGN KEY ("released_by_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_refusals" ADD CONSTRAINT "mail_refusals_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_settings" ADD CONSTRAINT "mail_settings_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "circulars_by_event" ON "circulars" USING btree ("event_id");--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_circular_id_circulars_id_fk" FOREIGN KEY ("circular_id") REFERENCES "public"."circulars"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mails_by_event" ON "mails" USING btree ("event_id","created_at");--> statement-breakpoint
CREATE INDEX "mails_by_circular" ON "mails" USING btree ("circular_id");--> statement-breakpoint
CREATE INDEX "mails_by_subject" ON "mails" USING btree ("subject_id");