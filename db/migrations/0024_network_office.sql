CREATE TABLE "network_addresses" (
	"network_id" text NOT NULL,
	"email" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "network_addresses_once" PRIMARY KEY("network_id","email")
);
--> statement-breakpoint
CREATE TABLE "network_domains" (
	"network_id" text NOT NULL,
	"domain" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "network_domains_once" PRIMARY KEY("network_id","domain")
);
--> statement-breakpoint
CREATE TABLE "role_invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"network_id" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"locale" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "networks" ADD COLUMN "imprint_de" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "networks" ADD COLUMN "imprint_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "networks" ADD COLUMN "privacy_de" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "networks" ADD COLUMN "privacy_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "networks" ADD COLUMN "terms_de" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "networks" ADD COLUMN "terms_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "networks" ADD COLUMN "kept_registrations" integer;--> statement-breakpoint
ALTER TABLE "networks" ADD COLUMN "kept_sensitive" integer;--> statement-breakpoint
ALTER TABLE "networks" ADD COLUMN "kept_chat" integer;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "members_by" text[] DEFAULT '{list,domain}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "network_addresses" ADD CONSTRAINT "network_addresses_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_domains" ADD CONSTRAINT "network_domains_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_invitations" ADD CONSTRAINT "role_invitations_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "network_addresses_by_email" ON "network_addresses" USING btree ("email");--> statement-breakpoint
CREATE INDEX "network_domains_by_domain" ON "network_domains" USING btree ("domain");--> statement-breakpoint
CREATE UNIQUE INDEX "role_invitations_one_open" ON "role_invitations" USING btree ("network_id","email") WHERE "role_invitations"."accepted_at" is null and "role_invitations"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "role_invitations_by_email" ON "role_invitations" USING btree ("email");--> statement-breakpoint
ALTER TABLE "networks" ADD CONSTRAINT "networks_keep_registrations" CHECK ("networks"."kept_registrations" between 7 and 180);--> statement-breakpoint
ALTER TABLE "networks" ADD CONSTRAINT "networks_keep_sensitive" CHECK ("networks"."kept_sensitive" between 1 and 14);--> statement-breakpoint
ALTER TABLE "networks" ADD CONSTRAINT "networks_keep_chat" CHECK ("networks"."kept_chat" between 1 and 30);