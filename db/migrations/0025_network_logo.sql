ALTER TABLE "networks" ADD COLUMN "logo_id" text;--> statement-breakpoint
ALTER TABLE "networks" ADD COLUMN "logo_alt" text DEFAULT '' NOT NULL;