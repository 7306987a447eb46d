CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"code" text NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"max_uses" integer NOT NULL,
	"uses" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitations_one_per_code" UNIQUE("code"),
	CONSTRAINT "invitations_within_limit" CHECK ("invitations"."uses" between 0 and "invitations"."max_uses")
);
--> statement-breakpoint
ALTER TABLE "seat_plans" DROP CONSTRAINT "seat_plans_never_oversold";--> statement-breakpoint
ALTER TABLE "seat_plans" DROP CONSTRAINT "seat_plans_counts_not_negative";--> statement-breakpoint
DROP INDEX "registrations_waiting";--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "attendance" text DEFAULT 'online' NOT NULL;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "offered_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "invitation_id" text;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "registered_by" text;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "colleagues" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "seat_plans" ADD COLUMN "offered" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "seat_plans" ADD COLUMN "onsite_capacity" integer;--> statement-breakpoint
ALTER TABLE "seat_plans" ADD COLUMN "onsite_confirmed" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "seat_plans" ADD COLUMN "onsite_waiting" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "seat_plans" ADD COLUMN "onsite_offered" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "seat_plans" ADD COLUMN "pending" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "seat_plans" ADD COLUMN "approval" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "seat_plans" ADD COLUMN "offer_hours" integer;--> statement-breakpoint
ALTER TABLE "seat_plans" ADD COLUMN "switch_hours" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "seat_plans" ADD COLUMN "invitation_only" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitations_by_event" ON "invitations" USING btree ("event_id");--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_registered_by_registrations_id_fk" FOREIGN KEY ("registered_by") REFERENCES "public"."registrations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "registrations_offered" ON "registrations" USING btree ("offered_until") WHERE "registrations"."status" = 'offered';--> statement-breakpoint
CREATE INDEX "registrations_by_colleague" ON "registrations" USING btree ("registered_by");--> statement-breakpoint
CREATE INDEX "registrations_waiting" ON "registrations" USING btree ("event_id","attendance","place") WHERE "registrations"."status" = 'waiting';--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_offer_has_deadline" CHECK (("registrations"."status" = 'offered') = ("registrations"."offered_until" is not null));--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_colleagues_limited" CHECK ("registrations"."colleagues" between 0 and 10);--> statement-breakpoint
ALTER TABLE "seat_plans" ADD CONSTRAINT "seat_plans_onsite_never_oversold" CHECK ("seat_plans"."onsite_confirmed" + "seat_plans"."onsite_offered" <= coalesce("seat_plans"."onsite_capacity", 0));--> statement-breakpoint
ALTER TABLE "seat_plans" ADD CONSTRAINT "seat_plans_never_oversold" CHECK ("seat_plans"."capacity" is null or "seat_plans"."confirmed" + "seat_plans"."offered" <= "seat_plans"."capacity");--> statement-breakpoint
ALTER TABLE "seat_plans" ADD CONSTRAINT "seat_plans_counts_not_negative" CHECK (least("seat_plans"."confirmed", "seat_plans"."waiting", "seat_plans"."offered", "seat_plans"."onsite_confirmed", "seat_plans"."onsite_waiting", "seat_plans"."onsite_offered", "seat_plans"."pending") >= 0);