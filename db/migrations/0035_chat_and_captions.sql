CREATE TABLE "caption_writers" (
	"event_id" text NOT NULL,
	"admission_id" text NOT NULL,
	"language" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "caption_writers_event_id_admission_id_pk" PRIMARY KEY("event_id","admission_id")
);
--> statement-breakpoint
CREATE TABLE "chat_settings" (
	"event_id" text PRIMARY KEY NOT NULL,
	"write_to" text NOT NULL,
	"privately" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "chat_messages" ADD COLUMN "to_admission_id" text;--> statement-breakpoint
ALTER TABLE "chat_messages" ADD COLUMN "reply_to_id" text;--> statement-breakpoint
ALTER TABLE "chat_messages" ADD COLUMN "edited_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "chat_messages" ADD COLUMN "deleted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "caption_writers" ADD CONSTRAINT "caption_writers_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "caption_writers" ADD CONSTRAINT "caption_writers_admission_id_admissions_id_fk" FOREIGN KEY ("admission_id") REFERENCES "public"."admissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_settings" ADD CONSTRAINT "chat_settings_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "caption_writers_by_admission" ON "caption_writers" USING btree ("admission_id");--> statement-breakpoint
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_to_admission_id_admissions_id_fk" FOREIGN KEY ("to_admission_id") REFERENCES "public"."admissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_reply_to_id_chat_messages_id_fk" FOREIGN KEY ("reply_to_id") REFERENCES "public"."chat_messages"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "chat_messages_by_reader" ON "chat_messages" USING btree ("to_admission_id");--> statement-breakpoint
CREATE INDEX "chat_messages_by_answered" ON "chat_messages" USING btree ("reply_to_id");--> statement-breakpoint
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_private_have_a_reader" CHECK (("chat_messages"."scope" = 'private') = ("chat_messages"."to_admission_id" is not null));--> statement-breakpoint
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_not_to_oneself" CHECK ("chat_messages"."to_admission_id" <> "chat_messages"."admission_id");--> statement-breakpoint
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_deleted_are_empty" CHECK ("chat_messages"."deleted_at" is null or "chat_messages"."text" = '');--> statement-breakpoint
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_answer_another" CHECK ("chat_messages"."reply_to_id" <> "chat_messages"."id");