CREATE TABLE "forgettings" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kept" text NOT NULL,
	"network_id" text,
	"rows" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "email_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"from_email" text NOT NULL,
	"to_email" text NOT NULL,
	"locale" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "erasures" (
	"kind" text NOT NULL,
	"id_hash" text NOT NULL,
	"erased_at" timestamp with time zone NOT NULL,
	CONSTRAINT "erasures_once" PRIMARY KEY("kind","id_hash")
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"registration_id" text NOT NULL,
	"what" text NOT NULL,
	"text_version" integer NOT NULL,
	"locale" text NOT NULL,
	"act" text NOT NULL,
	"how" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "forgettings" ADD CONSTRAINT "forgettings_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_changes" ADD CONSTRAINT "email_changes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "forgettings_by_network" ON "forgettings" USING btree ("network_id","at");--> statement-breakpoint
CREATE INDEX "email_changes_by_person" ON "email_changes" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "email_changes_by_address" ON "email_changes" USING btree ("to_email");--> statement-breakpoint
CREATE INDEX "consents_by_registration" ON "consents" USING btree ("registration_id","seq");--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_email_lower_case" CHECK ("people"."email" = lower("people"."email"));