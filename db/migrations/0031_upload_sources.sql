ALTER TABLE "uploads" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "is_known" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "uploads_by_event" ON "uploads" USING btree ("event_id");