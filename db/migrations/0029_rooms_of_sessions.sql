ALTER TABLE "hands" ADD COLUMN "room_id" text;--> statement-breakpoint
ALTER TABLE "rooms" ADD COLUMN "session_id" text;--> statement-breakpoint
ALTER TABLE "rooms" ADD COLUMN "mode" text;--> statement-breakpoint
ALTER TABLE "hands" ADD CONSTRAINT "hands_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "rooms_one_per_session" ON "rooms" USING btree ("session_id") WHERE "rooms"."session_id" is not null;