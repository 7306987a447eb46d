ALTER TABLE "check_ins" ADD COLUMN "renewals" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "talk_windows" ADD COLUMN "measured_from" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "renewals" integer DEFAULT 0 NOT NULL;