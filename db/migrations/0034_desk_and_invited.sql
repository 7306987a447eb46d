CREATE TABLE "circular_people" (
	"circular_id" text NOT NULL,
	"registration_id" text NOT NULL,
	CONSTRAINT "circular_people_once" PRIMARY KEY("circular_id","registration_id")
);
--> statement-breakpoint
CREATE TABLE "mail_bounces" (
	"address_hash" text PRIMARY KEY NOT NULL,
	"network_id" text NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "circulars" ADD COLUMN "attendance" text DEFAULT 'all' NOT NULL;--> statement-breakpoint
ALTER TABLE "circulars" ADD COLUMN "tag" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "circulars" ADD COLUMN "question_id" text;--> statement-breakpoint
ALTER TABLE "circulars" ADD COLUMN "answer" text;--> statement-breakpoint
ALTER TABLE "circulars" ADD COLUMN "picked" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "locale" text;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "mailing" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "mailed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "circular_people" ADD CONSTRAINT "circular_people_circular_id_circulars_id_fk" FOREIGN KEY ("circular_id") REFERENCES "public"."circulars"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circular_people" ADD CONSTRAINT "circular_people_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_bounces" ADD CONSTRAINT "mail_bounces_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "circular_people_by_registration" ON "circular_people" USING btree ("registration_id");--> statement-breakpoint
ALTER TABLE "circulars" ADD CONSTRAINT "circulars_question_id_form_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."form_questions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_one_per_address" ON "invitations" USING btree ("event_id","email");--> statement-breakpoint
CREATE INDEX "invitations_to" ON "invitations" USING btree ("email") WHERE "invitations"."email" is not null;--> statement-breakpoint
CREATE INDEX "invitations_mailed" ON "invitations" USING btree ("mailed_at") WHERE "invitations"."mailed_at" is not null;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_of_address" CHECK (("invitations"."email" is null) = ("invitations"."locale" is null) and ("invitations"."email" is null or "invitations"."max_uses" = 1));