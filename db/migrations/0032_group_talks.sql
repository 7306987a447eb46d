CREATE TABLE "talk_invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"person_id" text NOT NULL,
	"invited_by_person_id" text NOT NULL,
	"status" text DEFAULT 'proposed' NOT NULL,
	"answered_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "talk_invitations_not_oneself" CHECK ("talk_invitations"."person_id" <> "talk_invitations"."invited_by_person_id")
);
--> statement-breakpoint
ALTER TABLE "talk_invitations" ADD CONSTRAINT "talk_invitations_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_invitations" ADD CONSTRAINT "talk_invitations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_invitations" ADD CONSTRAINT "talk_invitations_invited_by_person_id_people_id_fk" FOREIGN KEY ("invited_by_person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "talk_invitations_once" ON "talk_invitations" USING btree ("meeting_id","person_id");--> statement-breakpoint
CREATE INDEX "talk_invitations_by_person" ON "talk_invitations" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "talk_invitations_by_inviter" ON "talk_invitations" USING btree ("invited_by_person_id");