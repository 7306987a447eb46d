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
CREATE TABLE "meeting_plans" (
	"meeting_id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"is_locked" boolean DEFAULT false NOT NULL,
	"is_withdrawn" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_changes" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"talk_id" text NOT NULL,
	"starts_at" timestamp with time zone,
	"table_number" integer,
	"is_locked" boolean NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_run_pairs" (
	"run_id" text NOT NULL,
	"one_person_id" text NOT NULL,
	"other_person_id" text NOT NULL,
	"kind" text NOT NULL,
	"starts_at" timestamp with time zone,
	"reason" text,
	"values" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "plan_run_pairs_once" PRIMARY KEY("run_id","one_person_id","other_person_id"),
	CONSTRAINT "plan_run_pairs_placed_or_why" CHECK (("plan_run_pairs"."starts_at" is null) = ("plan_run_pairs"."reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "plan_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"options" jsonb NOT NULL,
	"state" text DEFAULT 'running' NOT NULL,
	"phase" text DEFAULT 'waiting' NOT NULL,
	"placed" integer DEFAULT 0 NOT NULL,
	"wishes" integer DEFAULT 0 NOT NULL,
	"figures" jsonb,
	"stop_asked" boolean DEFAULT false NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_runs_end" CHECK (("plan_runs"."state" = 'running') = ("plan_runs"."ended_at" is null))
);
--> statement-breakpoint
CREATE TABLE "plan_versions" (
	"event_id" text NOT NULL,
	"version" integer NOT NULL,
	"added" integer NOT NULL,
	"moved" integer NOT NULL,
	"removed" integer NOT NULL,
	"mails" integer NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "plan_versions_once" PRIMARY KEY("event_id","version")
);
--> statement-breakpoint
CREATE TABLE "planned_talks" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"one_person_id" text NOT NULL,
	"other_person_id" text NOT NULL,
	"kind" text NOT NULL,
	"starts_at" timestamp with time zone,
	"table_number" integer,
	"is_locked" boolean DEFAULT false NOT NULL,
	"meeting_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "planned_talks_in_order" CHECK ("planned_talks"."one_person_id" < "planned_talks"."other_person_id"),
	CONSTRAINT "planned_talks_place_needs_time" CHECK ("planned_talks"."starts_at" is not null or ("planned_talks"."table_number" is null and not "planned_talks"."is_locked"))
);
--> statement-breakpoint
CREATE TABLE "talk_limits" (
	"event_id" text NOT NULL,
	"person_id" text NOT NULL,
	"least" integer NOT NULL,
	"most" integer NOT NULL,
	CONSTRAINT "talk_limits_once" PRIMARY KEY("event_id","person_id"),
	CONSTRAINT "talk_limits_in_order" CHECK (0 <= "talk_limits"."least" and "talk_limits"."least" <= "talk_limits"."most")
);
--> statement-breakpoint
CREATE TABLE "talk_plans" (
	"event_id" text PRIMARY KEY NOT NULL,
	"least" integer DEFAULT 1 NOT NULL,
	"most" integer DEFAULT 8 NOT NULL,
	"version" integer,
	"draft_version" integer,
	"last_draft" integer DEFAULT 0 NOT NULL,
	"draft_run_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "talk_plans_in_order" CHECK (0 <= "talk_plans"."least" and "talk_plans"."least" <= "talk_plans"."most"),
	CONSTRAINT "talk_plans_draft_known" CHECK ("talk_plans"."draft_version" is null or "talk_plans"."draft_version" <= "talk_plans"."last_draft")
);
--> statement-breakpoint
CREATE TABLE "talk_wishes" (
	"event_id" text NOT NULL,
	"from_person_id" text NOT NULL,
	"to_person_id" text NOT NULL,
	"by" text NOT NULL,
	"wish" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "talk_wishes_once" PRIMARY KEY("event_id","from_person_id","to_person_id","by"),
	CONSTRAINT "talk_wishes_not_oneself" CHECK ("talk_wishes"."from_person_id" <> "talk_wishes"."to_person_id")
);
--> statement-breakpoint
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
CREATE TABLE "contact_shares" (
	"meeting_id" text NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "contact_shares_once" PRIMARY KEY("meeting_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "talk_changes" (
	"meeting_id" text NOT NULL,
	"sequence" integer NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_person_id" text,
	"from_starts_at" timestamp with time zone NOT NULL,
	"from_ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "talk_changes_once" PRIMARY KEY("meeting_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "talk_extensions" (
	"meeting_id" text NOT NULL,
	"person_id" text NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "talk_extensions_once" PRIMARY KEY("meeting_id","person_id","ends_at")
);
--> statement-breakpoint
CREATE TABLE "talk_notes" (
	"meeting_id" text NOT NULL,
	"person_id" text NOT NULL,
	"text" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "talk_notes_once" PRIMARY KEY("meeting_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "talk_nudges" (
	"meeting_id" text NOT NULL,
	"person_id" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "talk_nudges_once" PRIMARY KEY("meeting_id","person_id","starts_at")
);
--> statement-breakpoint
CREATE TABLE "talk_presences" (
	"meeting_id" text NOT NULL,
	"person_id" text NOT NULL,
	"seen" text NOT NULL,
	"joined_at" timestamp with time zone,
	"seconds" integer DEFAULT 0 NOT NULL,
	"together_seconds" integer DEFAULT 0 NOT NULL,
	"closed_at" timestamp with time zone NOT NULL,
	"corrected" text,
	"corrected_at" timestamp with time zone,
	"corrected_by" text,
	CONSTRAINT "talk_presences_once" PRIMARY KEY("meeting_id","person_id"),
	CONSTRAINT "talk_presences_seconds" CHECK ("talk_presences"."together_seconds" between 0 and "talk_presences"."seconds")
);
--> statement-breakpoint
ALTER TABLE "talk_invitations" ADD CONSTRAINT "talk_invitations_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_invitations" ADD CONSTRAINT "talk_invitations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_invitations" ADD CONSTRAINT "talk_invitations_invited_by_person_id_people_id_fk" FOREIGN KEY ("invited_by_person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_plans" ADD CONSTRAINT "meeting_plans_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_changes" ADD CONSTRAINT "plan_changes_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_changes" ADD CONSTRAINT "plan_changes_talk_id_planned_talks_id_fk" FOREIGN KEY ("talk_id") REFERENCES "public"."planned_talks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_run_pairs" ADD CONSTRAINT "plan_run_pairs_run_id_plan_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."plan_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_run_pairs" ADD CONSTRAINT "plan_run_pairs_one_person_id_people_id_fk" FOREIGN KEY ("one_person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_run_pairs" ADD CONSTRAINT "plan_run_pairs_other_person_id_people_id_fk" FOREIGN KEY ("other_person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_runs" ADD CONSTRAINT "plan_runs_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_versions" ADD CONSTRAINT "plan_versions_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planned_talks" ADD CONSTRAINT "planned_talks_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planned_talks" ADD CONSTRAINT "planned_talks_one_person_id_people_id_fk" FOREIGN KEY ("one_person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planned_talks" ADD CONSTRAINT "planned_talks_other_person_id_people_id_fk" FOREIGN KEY ("other_person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planned_talks" ADD CONSTRAINT "planned_talks_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_limits" ADD CONSTRAINT "talk_limits_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_limits" ADD CONSTRAINT "talk_limits_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_plans" ADD CONSTRAINT "talk_plans_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_plans" ADD CONSTRAINT "talk_plans_draft_run_id_plan_runs_id_fk" FOREIGN KEY ("draft_run_id") REFERENCES "public"."plan_runs"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_wishes" ADD CONSTRAINT "talk_wishes_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_wishes" ADD CONSTRAINT "talk_wishes_from_person_id_people_id_fk" FOREIGN KEY ("from_person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_wishes" ADD CONSTRAINT "talk_wishes_to_person_id_people_id_fk" FOREIGN KEY ("to_person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_dismissals" ADD CONSTRAINT "suggestion_dismissals_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_dismissals" ADD CONSTRAINT "suggestion_dismissals_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_dismissals" ADD CONSTRAINT "suggestion_dismissals_dismissed_id_people_id_fk" FOREIGN KEY ("dismissed_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_states" ADD CONSTRAINT "suggestion_states_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_states" ADD CONSTRAINT "suggestion_states_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_partner_id_people_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_shares" ADD CONSTRAINT "contact_shares_of_one" FOREIGN KEY ("meeting_id","person_id") REFERENCES "public"."meeting_people"("meeting_id","person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_changes" ADD CONSTRAINT "talk_changes_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_changes" ADD CONSTRAINT "talk_changes_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_extensions" ADD CONSTRAINT "talk_extensions_of_one" FOREIGN KEY ("meeting_id","person_id") REFERENCES "public"."meeting_people"("meeting_id","person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_notes" ADD CONSTRAINT "talk_notes_of_one" FOREIGN KEY ("meeting_id","person_id") REFERENCES "public"."meeting_people"("meeting_id","person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_nudges" ADD CONSTRAINT "talk_nudges_of_one" FOREIGN KEY ("meeting_id","person_id") REFERENCES "public"."meeting_people"("meeting_id","person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_presences" ADD CONSTRAINT "talk_presences_corrected_by_people_id_fk" FOREIGN KEY ("corrected_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_presences" ADD CONSTRAINT "talk_presences_of_one" FOREIGN KEY ("meeting_id","person_id") REFERENCES "public"."meeting_people"("meeting_id","person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "talk_invitations_once" ON "talk_invitations" USING btree ("meeting_id","person_id");--> statement-breakpoint
CREATE INDEX "talk_invitations_by_person" ON "talk_invitations" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "talk_invitations_by_inviter" ON "talk_invitations" USING btree ("invited_by_person_id");--> statement-breakpoint
CREATE INDEX "plan_changes_by_event" ON "plan_changes" USING btree ("event_id","seq");--> statement-breakpoint
CREATE INDEX "plan_changes_by_talk" ON "plan_changes" USING btree ("talk_id");--> statement-breakpoint
CREATE INDEX "plan_run_pairs_one" ON "plan_run_pairs" USING btree ("one_person_id");--> statement-breakpoint
CREATE INDEX "plan_run_pairs_other" ON "plan_run_pairs" USING btree ("other_person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_runs_one_at_a_time" ON "plan_runs" USING btree ("event_id") WHERE "plan_runs"."state" = 'running';--> statement-breakpoint
CREATE INDEX "plan_runs_by_event" ON "plan_runs" USING btree ("event_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "planned_talks_pair_once" ON "planned_talks" USING btree ("event_id","one_person_id","other_person_id");--> statement-breakpoint
CREATE INDEX "planned_talks_one" ON "planned_talks" USING btree ("one_person_id");--> statement-breakpoint
CREATE INDEX "planned_talks_other" ON "planned_talks" USING btree ("other_person_id");--> statement-breakpoint
CREATE INDEX "planned_talks_by_meeting" ON "planned_talks" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "talk_limits_by_person" ON "talk_limits" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "talk_wishes_from" ON "talk_wishes" USING btree ("from_person_id");--> statement-breakpoint
CREATE INDEX "talk_wishes_to" ON "talk_wishes" USING btree ("to_person_id");--> statement-breakpoint
CREATE INDEX "suggestion_dismissals_by_person" ON "suggestion_dismissals" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "suggestion_dismissals_by_dismissed" ON "suggestion_dismissals" USING btree ("dismissed_id");--> statement-breakpoint
CREATE INDEX "suggestion_states_by_person" ON "suggestion_states" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "suggestions_by_person" ON "suggestions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "suggestions_by_partner" ON "suggestions" USING btree ("partner_id");--> statement-breakpoint
CREATE INDEX "contact_shares_by_person" ON "contact_shares" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "talk_changes_by_person" ON "talk_changes" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "talk_extensions_by_person" ON "talk_extensions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "talk_notes_by_person" ON "talk_notes" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "talk_nudges_by_person" ON "talk_nudges" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "talk_presences_by_person" ON "talk_presences" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "talk_presences_by_corrector" ON "talk_presences" USING btree ("corrected_by");--> statement-breakpoint
CREATE INDEX "listings_by_tag" ON "listings" USING btree ("alliance_id","tag");