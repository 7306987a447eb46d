CREATE TABLE "contact_shares" (
	"meeting_id" text NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "contact_shares_once" PRIMARY KEY("meeting_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "talk_changes" (
	"meeting_id" text NOT NULL,
	"sequence" integer NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_person_id" text,
	"from_starts_at" timestamp with time zone NOT NULL,
	"from_ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "talk_changes_once" PRIMARY KEY("meeting_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "talk_extensions" (
	"meeting_id" text NOT NULL,
	"person_id" text NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "talk_extensions_once" PRIMARY KEY("meeting_id","person_id","ends_at")
);
--> statement-breakpoint
CREATE TABLE "talk_notes" (
	"meeting_id" text NOT NULL,
	"person_id" text NOT NULL,
	"text" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "talk_notes_once" PRIMARY KEY("meeting_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "talk_nudges" (
	"meeting_id" text NOT NULL,
	"person_id" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "talk_nudges_once" PRIMARY KEY("meeting_id","person_id","starts_at")
);
--> statement-breakpoint
CREATE TABLE "talk_presences" (
	"meeting_id" text NOT NULL,
	"person_id" text NOT NULL,
	"seen" text NOT NULL,
	"joined_at" timestamp with time zone,
	"seconds" integer DEFAULT 0 NOT NULL,
	"together_seconds" integer DEFAULT 0 NOT NULL,
	"closed_at" timestamp with time zone NOT NULL,
	"corrected" text,
	"corrected_at" timestamp with time zone,
	"corrected_by" text,
	CONSTRAINT "talk_presences_once" PRIMARY KEY("meeting_id","person_id"),
	CONSTRAINT "talk_presences_seconds" CHECK ("talk_presences"."together_seconds" between 0 and "talk_presences"."seconds")
);
--> statement-breakpoint
ALTER TABLE "contact_shares" ADD CONSTRAINT "contact_shares_of_one" FOREIGN KEY ("meeting_id","person_id") REFERENCES "public"."meeting_people"("meeting_id","person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_changes" ADD CONSTRAINT "talk_changes_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_changes" ADD CONSTRAINT "talk_changes_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_extensions" ADD CONSTRAINT "talk_extensions_of_one" FOREIGN KEY ("meeting_id","person_id") REFERENCES "public"."meeting_people"("meeting_id","person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_notes" ADD CONSTRAINT "talk_notes_of_one" FOREIGN KEY ("meeting_id","person_id") REFERENCES "public"."meeting_people"("meeting_id","person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_nudges" ADD CONSTRAINT "talk_nudges_of_one" FOREIGN KEY ("meeting_id","person_id") REFERENCES "public"."meeting_people"("meeting_id","person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_presences" ADD CONSTRAINT "talk_presences_corrected_by_people_id_fk" FOREIGN KEY ("corrected_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_presences" ADD CONSTRAINT "talk_presences_of_one" FOREIGN KEY ("meeting_id","person_id") REFERENCES "public"."meeting_people"("meeting_id","person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_shares_by_person" ON "contact_shares" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "talk_changes_by_person" ON "talk_changes" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "talk_extensions_by_person" ON "talk_extensions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "talk_notes_by_person" ON "talk_notes" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "talk_nudges_by_person" ON "talk_nudges" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "talk_presences_by_person" ON "talk_presences" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "talk_presences_by_corrector" ON "talk_presences" USING btree ("corrected_by");