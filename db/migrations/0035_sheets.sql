CREATE TABLE "sheet_updates" (
	"sheet_id" text NOT NULL,
	"seq" integer NOT NULL,
	"update" "bytea" NOT NULL,
	CONSTRAINT "sheet_updates_in_order" PRIMARY KEY("sheet_id","seq")
);
--> statement-breakpoint
CREATE TABLE "sheets" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"room_id" text NOT NULL,
	"kind" text NOT NULL,
	"seq" integer DEFAULT 0 NOT NULL,
	"state" "bytea",
	"state_seq" integer DEFAULT 0 NOT NULL,
	"shared_at" timestamp with time zone,
	"changed_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sheets_merged_up_to_the_newest" CHECK ("sheets"."state_seq" between 0 and "sheets"."seq"),
	CONSTRAINT "sheets_state_when_merged" CHECK (("sheets"."state" is null) = ("sheets"."state_seq" = 0))
);
--> statement-breakpoint
ALTER TABLE "sheet_updates" ADD CONSTRAINT "sheet_updates_sheet_id_sheets_id_fk" FOREIGN KEY ("sheet_id") REFERENCES "public"."sheets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheets" ADD CONSTRAINT "sheets_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheets" ADD CONSTRAINT "sheets_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "sheets_one_per_kind" ON "sheets" USING btree ("room_id","kind");--> statement-breakpoint
CREATE INDEX "sheets_by_event" ON "sheets" USING btree ("event_id");