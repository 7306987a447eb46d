ALTER TABLE "registrations" ADD COLUMN "source" text DEFAULT 'form' NOT NULL;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "tags" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
CREATE INDEX "registrations_by_time" ON "registrations" USING btree ("event_id","created_at","id");--> statement-breakpoint
CREATE INDEX "registrations_tagged" ON "registrations" USING btree ("event_id") WHERE cardinality("registrations"."tags") > 0;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_few_tags" CHECK (cardinality("registrations"."tags") <= 20);