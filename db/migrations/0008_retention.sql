CREATE TABLE "attendance_totals" (
	"event_id" text PRIMARY KEY NOT NULL,
	"people" integer NOT NULL,
	"seconds" integer NOT NULL,
	"closed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "held_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "seat_plans" ADD COLUMN "forgotten" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "attendance_totals" ADD CONSTRAINT "attendance_totals_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attendance_records_by_admission" ON "attendance_records" USING btree ("admission_id");--> statement-breakpoint
CREATE INDEX "hands_by_admission" ON "hands" USING btree ("admission_id");--> statement-breakpoint
CREATE INDEX "admissions_by_registration" ON "admissions" USING btree ("registration_id");