CREATE TABLE "digest_readers" (
	"person_id" text NOT NULL,
	"series_id" text NOT NULL,
	"written_for" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "digest_readers_once" PRIMARY KEY("person_id","series_id")
);
--> statement-breakpoint
CREATE TABLE "entries" (
	"id" text PRIMARY KEY NOT NULL,
	"alliance_id" text NOT NULL,
	"series_id" text NOT NULL,
	"network_id" text NOT NULL,
	"person_id" text,
	"organisation" text DEFAULT '' NOT NULL,
	"anonymous" boolean DEFAULT false NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"tags" text[] NOT NULL,
	"cooperation" text[] DEFAULT '{}' NOT NULL,
	"audience" text DEFAULT 'alliance' NOT NULL,
	"event_id" text,
	"audience_network_id" text,
	"state" text DEFAULT 'open' NOT NULL,
	"outcome" text,
	"valid_until" timestamp with time zone NOT NULL,
	"hidden_at" timestamp with time zone,
	"hidden_reason" text,
	"search_text" text NOT NULL,
	"search_vector" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('german'::regconfig, "entries"."title"), 'A') || setweight(to_tsvector('german'::regconfig, "entries"."text"), 'B')) STORED,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "entries_anonymous_by_office" CHECK (not "entries"."anonymous" or "entries"."person_id" is null),
	CONSTRAINT "entries_solved_with_outcome" CHECK (("entries"."state" = 'solved') = ("entries"."outcome" is not null)),
	CONSTRAINT "entries_hidden_with_reason" CHECK (("entries"."hidden_at" is null) = ("entries"."hidden_reason" is null)),
	CONSTRAINT "entries_audience_named" CHECK (("entries"."audience" = 'network') = ("entries"."audience_network_id" is not null)
        and ("entries"."audience" = 'participants' or "entries"."event_id" is null))
);
--> statement-breakpoint
CREATE TABLE "entry_contacts" (
	"id" text PRIMARY KEY NOT NULL,
	"entry_id" text NOT NULL,
	"person_id" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answered_at" timestamp with time zone,
	CONSTRAINT "entry_contacts_answered" CHECK (("entry_contacts"."state" = 'asked') = ("entry_contacts"."answered_at" is null))
);
--> statement-breakpoint
CREATE TABLE "entry_files" (
	"file_id" text PRIMARY KEY NOT NULL,
	"entry_id" text NOT NULL,
	"file_name" text NOT NULL,
	"file_type" text NOT NULL,
	"file_bytes" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entry_reports" (
	"entry_id" text NOT NULL,
	"person_id" text NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "entry_reports_once" PRIMARY KEY("entry_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "taxonomy_tags" (
	"alliance_id" text NOT NULL,
	"tag" text NOT NULL,
	"field" text NOT NULL,
	"label_de" text NOT NULL,
	"label_en" text NOT NULL,
	"synonyms" text[] DEFAULT '{}' NOT NULL,
	"event_id" text,
	"merged_into" text,
	"retired_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "taxonomy_tags_once" PRIMARY KEY("alliance_id","tag"),
	CONSTRAINT "taxonomy_tags_not_into_itself" CHECK ("taxonomy_tags"."merged_into" <> "taxonomy_tags"."tag")
);
--> statement-breakpoint
CREATE TABLE "availability_marks" (
	"event_id" text NOT NULL,
	"person_id" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"mark" text NOT NULL,
	CONSTRAINT "availability_marks_once" PRIMARY KEY("event_id","person_id","starts_at"),
	CONSTRAINT "availability_marks_end_after_start" CHECK ("availability_marks"."ends_at" > "availability_marks"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "busy_times" (
	"import_id" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "busy_times_once" PRIMARY KEY("import_id","starts_at"),
	CONSTRAINT "busy_times_end_after_start" CHECK ("busy_times"."ends_at" > "busy_times"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "calendar_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"address" text,
	"source" text NOT NULL,
	"tentative_blocks" boolean DEFAULT true NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	"tried_at" timestamp with time zone NOT NULL,
	"failure" text,
	"problems" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "request_messages" (
	"id" text PRIMARY KEY NOT NULL,
	"request_id" text NOT NULL,
	"person_id" text NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "talk_tables" (
	"event_id" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "talk_tables_some" CHECK ("talk_tables"."count" between 1 and 500)
);
--> statement-breakpoint
CREATE TABLE "hidden_from" (
	"person_id" text NOT NULL,
	"organisation" text NOT NULL,
	CONSTRAINT "hidden_from_once" PRIMARY KEY("person_id","organisation")
);
--> statement-breakpoint
CREATE TABLE "person_blocks" (
	"person_id" text NOT NULL,
	"blocked_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "person_blocks_once" PRIMARY KEY("person_id","blocked_id"),
	CONSTRAINT "person_blocks_not_oneself" CHECK ("person_blocks"."person_id" <> "person_blocks"."blocked_id")
);
--> statement-breakpoint
CREATE TABLE "talk_profiles" (
	"person_id" text PRIMARY KEY NOT NULL,
	"role" text DEFAULT '' NOT NULL,
	"size" text DEFAULT '' NOT NULL,
	"region" text DEFAULT '' NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"cooperation" text[] DEFAULT '{}' NOT NULL,
	"ways" text[] DEFAULT '{}' NOT NULL,
	"hidden" text[] DEFAULT '{}' NOT NULL,
	"takes_talks" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "meeting_requests" ADD COLUMN "entry_id" text;--> statement-breakpoint
ALTER TABLE "meeting_requests" ADD COLUMN "counter_of" text;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "place" text DEFAULT 'online' NOT NULL;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "table_number" integer;--> statement-breakpoint
ALTER TABLE "digest_readers" ADD CONSTRAINT "digest_readers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest_readers" ADD CONSTRAINT "digest_readers_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_alliance_id_alliances_id_fk" FOREIGN KEY ("alliance_id") REFERENCES "public"."alliances"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_audience_network_id_networks_id_fk" FOREIGN KEY ("audience_network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_contacts" ADD CONSTRAINT "entry_contacts_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_contacts" ADD CONSTRAINT "entry_contacts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_files" ADD CONSTRAINT "entry_files_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_reports" ADD CONSTRAINT "entry_reports_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_reports" ADD CONSTRAINT "entry_reports_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taxonomy_tags" ADD CONSTRAINT "taxonomy_tags_alliance_id_alliances_id_fk" FOREIGN KEY ("alliance_id") REFERENCES "public"."alliances"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taxonomy_tags" ADD CONSTRAINT "taxonomy_tags_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taxonomy_tags" ADD CONSTRAINT "taxonomy_tags_merged_into_one" FOREIGN KEY ("alliance_id","merged_into") REFERENCES "public"."taxonomy_tags"("alliance_id","tag") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "availability_marks" ADD CONSTRAINT "availability_marks_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "availability_marks" ADD CONSTRAINT "availability_marks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "busy_times" ADD CONSTRAINT "busy_times_import_id_calendar_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."calendar_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_imports" ADD CONSTRAINT "calendar_imports_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_messages" ADD CONSTRAINT "request_messages_request_id_meeting_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."meeting_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_messages" ADD CONSTRAINT "request_messages_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_tables" ADD CONSTRAINT "talk_tables_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_from" ADD CONSTRAINT "hidden_from_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_blocks" ADD CONSTRAINT "person_blocks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_blocks" ADD CONSTRAINT "person_blocks_blocked_id_people_id_fk" FOREIGN KEY ("blocked_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_profiles" ADD CONSTRAINT "talk_profiles_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "digest_readers_by_series" ON "digest_readers" USING btree ("series_id");--> statement-breakpoint
CREATE INDEX "entries_by_alliance" ON "entries" USING btree ("alliance_id","valid_until");--> statement-breakpoint
CREATE INDEX "entries_by_series" ON "entries" USING btree ("series_id");--> statement-breakpoint
CREATE INDEX "entries_by_network" ON "entries" USING btree ("network_id");--> statement-breakpoint
CREATE INDEX "entries_by_person" ON "entries" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "entries_by_tag" ON "entries" USING gin ("tags");--> statement-breakpoint
CREATE INDEX "entries_by_word" ON "entries" USING gin ("search_vector");--> statement-breakpoint
CREATE INDEX "entries_by_part_of_word" ON "entries" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "entry_contacts_once" ON "entry_contacts" USING btree ("entry_id","person_id");--> statement-breakpoint
CREATE INDEX "entry_contacts_by_person" ON "entry_contacts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "entry_files_by_entry" ON "entry_files" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "entry_reports_by_person" ON "entry_reports" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "taxonomy_tags_one_per_label" ON "taxonomy_tags" USING btree ("alliance_id",lower("label_de")) WHERE "taxonomy_tags"."merged_into" is null and "taxonomy_tags"."event_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "taxonomy_tags_one_per_label_of_event" ON "taxonomy_tags" USING btree ("event_id",lower("label_de")) WHERE "taxonomy_tags"."merged_into" is null and "taxonomy_tags"."event_id" is not null;--> statement-breakpoint
CREATE INDEX "availability_marks_by_person" ON "availability_marks" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_imports_once" ON "calendar_imports" USING btree ("person_id","source");--> statement-breakpoint
CREATE INDEX "calendar_imports_due" ON "calendar_imports" USING btree ("tried_at") WHERE "calendar_imports"."address" is not null;--> statement-breakpoint
CREATE INDEX "request_messages_by_request" ON "request_messages" USING btree ("request_id","created_at");--> statement-breakpoint
CREATE INDEX "request_messages_by_person" ON "request_messages" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "person_blocks_by_blocked" ON "person_blocks" USING btree ("blocked_id");--> statement-breakpoint
ALTER TABLE "meeting_requests" ADD CONSTRAINT "meeting_requests_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_requests" ADD CONSTRAINT "meeting_requests_counter_of_meeting_requests_id_fk" FOREIGN KEY ("counter_of") REFERENCES "public"."meeting_requests"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "meeting_requests_by_entry" ON "meeting_requests" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "meeting_requests_counter_of" ON "meeting_requests" USING btree ("counter_of");--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_table_where_needed" CHECK (("meetings"."place" = 'online') = ("meetings"."table_number" is null));--> statement-breakpoint
-- No table has two talks at a time, however many people agree on one at the same moment.
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_table_once" EXCLUDE USING gist ("event_id" WITH =, "table_number" WITH =, tstzrange("starts_at", "ends_at") WITH &&) WHERE ("status" = 'accepted' AND "table_number" IS NOT NULL);
