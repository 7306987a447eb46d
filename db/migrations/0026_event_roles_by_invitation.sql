DROP INDEX "role_invitations_one_open";--> statement-breakpoint
ALTER TABLE "role_invitations" ADD COLUMN "event_id" text;--> statement-breakpoint
ALTER TABLE "role_invitations" ADD CONSTRAINT "role_invitations_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "role_invitations_one_open_in_event" ON "role_invitations" USING btree ("event_id","email") WHERE "role_invitations"."event_id" is not null and "role_invitations"."accepted_at" is null and "role_invitations"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "event_networks_by_network" ON "event_networks" USING btree ("network_id");--> statement-breakpoint
CREATE UNIQUE INDEX "role_invitations_one_open" ON "role_invitations" USING btree ("network_id","email") WHERE "role_invitations"."event_id" is null and "role_invitations"."accepted_at" is null and "role_invitations"."withdrawn_at" is null;--> statement-breakpoint
ALTER TABLE "role_invitations" ADD CONSTRAINT "role_invitations_role_fits" CHECK (case when "role_invitations"."event_id" is null then "role_invitations"."role" in ('network_admin', 'organizer', 'observer')
        else "role_invitations"."role" in ('host', 'cohost', 'speaker', 'check_in', 'observer') end);