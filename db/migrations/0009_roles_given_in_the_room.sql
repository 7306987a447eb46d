ALTER TABLE "admissions" ADD COLUMN "role_given" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "admissions" ADD COLUMN "role_since" timestamp with time zone;--> statement-breakpoint
UPDATE "admissions" SET "role_given" = true WHERE "role" IN ('cohost', 'speaker') AND NOT EXISTS (
  SELECT 1 FROM "event_roles" WHERE "event_roles"."event_id" = "admissions"."event_id"
    AND "event_roles"."person_id" = "admissions"."person_id" AND "event_roles"."role" = "admissions"."role");
