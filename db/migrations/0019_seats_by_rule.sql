DROP INDEX "registrations_waiting";--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "priority" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "seat_plans" ADD COLUMN "confirm_members" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "seat_plans" ADD COLUMN "confirm_domains" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "seat_plans" ADD COLUMN "members_first" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "seat_plans" ADD COLUMN "invited_first" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "registrations_waiting" ON "registrations" USING btree ("event_id","attendance","priority" DESC NULLS FIRST,"place") WHERE "registrations"."status" = 'waiting';