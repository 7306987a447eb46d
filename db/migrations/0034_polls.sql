CREATE TABLE "poll_ballots" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"poll_id" text NOT NULL,
	"admission_id" text NOT NULL,
	"picks" integer[] DEFAULT '{}'::integer[] NOT NULL,
	"words" text[] DEFAULT '{}'::text[] NOT NULL,
	"cast_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "polls" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"kind" text NOT NULL,
	"question" text NOT NULL,
	"options" text[] DEFAULT '{}'::text[] NOT NULL,
	"correct" integer[] DEFAULT '{}'::integer[] NOT NULL,
	"hidden_words" text[] DEFAULT '{}'::text[] NOT NULL,
	"opened_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"shared_at" timestamp with time zone,
	"tally" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "polls_closed_after_opening" CHECK ("polls"."closed_at" is null or "polls"."opened_at" is not null),
	CONSTRAINT "polls_counted_when_closed" CHECK (("polls"."closed_at" is null) = ("polls"."tally" is null)),
	CONSTRAINT "polls_shared_after_opening" CHECK ("polls"."shared_at" is null or "polls"."opened_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "poll_ballots" ADD CONSTRAINT "poll_ballots_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_ballots" ADD CONSTRAINT "poll_ballots_poll_id_polls_id_fk" FOREIGN KEY ("poll_id") REFERENCES "public"."polls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_ballots" ADD CONSTRAINT "poll_ballots_admission_id_admissions_id_fk" FOREIGN KEY ("admission_id") REFERENCES "public"."admissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "poll_ballots_one_each" ON "poll_ballots" USING btree ("poll_id","admission_id");--> statement-breakpoint
CREATE INDEX "poll_ballots_by_event" ON "poll_ballots" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "poll_ballots_by_admission" ON "poll_ballots" USING btree ("admission_id");--> statement-breakpoint
CREATE UNIQUE INDEX "polls_one_open" ON "polls" USING btree ("event_id") WHERE "polls"."opened_at" is not null and "polls"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "polls_by_event" ON "polls" USING btree ("event_id");