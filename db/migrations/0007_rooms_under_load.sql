CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("seq") WHERE "outbox"."dispatched_at" is null;--> statement-breakpoint
CREATE INDEX "webhook_receipts_waiting" ON "webhook_receipts" USING btree ("received_at") WHERE "webhook_receipts"."applied_at" is null;--> statement-breakpoint
CREATE INDEX "placements_by_event" ON "placements" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "sanctions_by_event" ON "sanctions" USING btree ("event_id");