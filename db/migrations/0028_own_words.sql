DROP INDEX "mails_due";--> statement-breakpoint
ALTER TABLE "mail_settings" ADD COLUMN "words" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "turn" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX "mails_by_reference" ON "mails" USING btree (left(encode(sha256(decode(replace("dedupe_key", '\', '\\'), 'escape')), 'hex'), 40));--> statement-breakpoint
CREATE INDEX "mails_due" ON "mails" USING btree ("turn","next_attempt_at") WHERE "mails"."state" = 'queued';