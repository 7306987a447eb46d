ALTER TABLE "role_invitations" ADD COLUMN "offered_by" text;--> statement-breakpoint
ALTER TABLE "network_addresses" ADD COLUMN "listed_as" text;--> statement-breakpoint
ALTER TABLE "network_addresses" ADD COLUMN "moved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "role_invitations" ADD CONSTRAINT "role_invitations_offered_by_people_id_fk" FOREIGN KEY ("offered_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "role_invitations_by_owner" ON "role_invitations" USING btree ("offered_by");--> statement-breakpoint
ALTER TABLE "network_addresses" ADD CONSTRAINT "network_addresses_moved_once" CHECK (("network_addresses"."listed_as" is null) = ("network_addresses"."moved_at" is null));