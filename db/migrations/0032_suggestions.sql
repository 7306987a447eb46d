CREATE TABLE "suggestion_dismissals" (
	"event_id" text NOT NULL,
	"person_id" text NOT NULL,
	"dismissed_id" text NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "suggestion_dismissals_once" PRIMARY KEY("event_id","person_id","dismissed_id"),
	CONSTRAINT "suggestion_dismissals_not_oneself" CHECK ("suggestion_dismissals"."person_id" <> "suggestion_dismissals"."dismissed_id")
);
--> statement-breakpoint
CREATE TABLE "suggestion_states" (
	"event_id" text NOT NULL,
	"person_id" text NOT NULL,
	"fingerprint" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "suggestion_states_once" PRIMARY KEY("event_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "suggestions" (
	"event_id" text NOT NULL,
	"person_id" text NOT NULL,
	"partner_id" text NOT NULL,
	"score" double precision NOT NULL,
	CONSTRAINT "suggestions_once" PRIMARY KEY("event_id","person_id","partner_id"),
	CONSTRAINT "suggestions_not_oneself" CHECK ("suggestions"."person_id" <> "suggestions"."partner_id")
);
--> statement-breakpoint
ALTER TABLE "suggestion_dismissals" ADD CONSTRAINT "suggestion_dismissals_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_dismissals" ADD CONSTRAINT "suggestion_dismissals_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_dismissals" ADD CONSTRAINT "suggestion_dismissals_dismissed_id_people_id_fk" FOREIGN KEY ("dismissed_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_states" ADD CONSTRAINT "suggestion_states_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_states" ADD CONSTRAINT "suggestion_states_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_partner_id_people_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "suggestion_dismissals_by_person" ON "suggestion_dismissals" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "suggestion_dismissals_by_dismissed" ON "suggestion_dismissals" USING btree ("dismissed_id");--> statement-breakpoint
CREATE INDEX "suggestion_states_by_person" ON "suggestion_states" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "suggestions_by_person" ON "suggestions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "suggestions_by_partner" ON "suggestions" USING btree ("partner_id");--> statement-breakpoint
CREATE INDEX "listings_by_tag" ON "listings" USING btree ("alliance_id","tag");