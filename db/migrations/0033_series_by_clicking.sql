CREATE TABLE "series_networks" (
	"series_id" text NOT NULL,
	"network_id" text NOT NULL,
	"accepted_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "series_networks_once" PRIMARY KEY("series_id","network_id")
);
--> statement-breakpoint
ALTER TABLE "series" ADD COLUMN "network_id" text;--> statement-breakpoint
ALTER TABLE "series" ADD COLUMN "title_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "series" ADD COLUMN "summary_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "series" ADD COLUMN "colour" text;--> statement-breakpoint
ALTER TABLE "series_networks" ADD CONSTRAINT "series_networks_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_networks" ADD CONSTRAINT "series_networks_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "series_networks_by_network" ON "series_networks" USING btree ("network_id");--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_by_series" ON "events" USING btree ("series_id");--> statement-breakpoint
-- A series from before belongs to the network of its first event; the others whose events are in it host it.
UPDATE "series" SET "network_id" = (
	SELECT "network_id" FROM "events" WHERE "events"."series_id" = "series"."id" ORDER BY "created_at", "id" LIMIT 1
) WHERE "network_id" IS NULL;--> statement-breakpoint
INSERT INTO "series_networks" ("series_id", "network_id", "accepted_at")
SELECT DISTINCT "events"."series_id", "events"."network_id", now()
FROM "events" JOIN "series" ON "series"."id" = "events"."series_id"
WHERE "events"."network_id" <> "series"."network_id";
