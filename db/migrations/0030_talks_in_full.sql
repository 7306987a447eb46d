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
ALTER TABLE "meeting_requests" ADD COLUMN "counter_of" text;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "place" text DEFAULT 'online' NOT NULL;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "table_number" integer;--> statement-breakpoint
ALTER TABLE "availability_marks" ADD CONSTRAINT "availability_marks_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "availability_marks" ADD CONSTRAINT "availability_marks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "busy_times" ADD CONSTRAINT "busy_times_import_id_calendar_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."calendar_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_imports" ADD CONSTRAINT "calendar_imports_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_messages" ADD CONSTRAINT "request_messages_request_id_meeting_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."meeting_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_messages" ADD CONSTRAINT "request_messages_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_tables" ADD CONSTRAINT "talk_tables_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "availability_marks_by_person" ON "availability_marks" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_imports_once" ON "calendar_imports" USING btree ("person_id","source");--> statement-breakpoint
CREATE INDEX "calendar_imports_due" ON "calendar_imports" USING btree ("tried_at") WHERE "calendar_imports"."address" is not null;--> statement-breakpoint
CREATE INDEX "request_messages_by_request" ON "request_messages" USING btree ("request_id","created_at");--> statement-breakpoint
CREATE INDEX "request_messages_by_person" ON "request_messages" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "meeting_requests" ADD CONSTRAINT "meeting_requests_counter_of_meeting_requests_id_fk" FOREIGN KEY ("counter_of") REFERENCES "public"."meeting_requests"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "meeting_requests_counter_of" ON "meeting_requests" USING btree ("counter_of");--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_table_where_needed" CHECK (("meetings"."place" = 'online') = ("meetings"."table_number" is null));--> statement-breakpoint
-- No table has two talks at a time, however many people agree on one at the same moment.
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_table_once" EXCLUDE USING gist ("event_id" WITH =, "table_number" WITH =, tstzrange("starts_at", "ends_at") WITH &&) WHERE ("status" = 'accepted' AND "table_number" IS NOT NULL);
