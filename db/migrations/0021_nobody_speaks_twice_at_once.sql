-- Who speaks in an item speaks while it lasts, also after it was moved.
UPDATE "session_speakers" SET "starts_at" = "sessions"."starts_at", "ends_at" = "sessions"."ends_at"
  FROM "sessions" WHERE "sessions"."id" = "session_speakers"."session_id";--> statement-breakpoint
-- What was entered before this rule keeps the earlier of two items; the name stays on the page.
DELETE FROM "session_speakers" AS "later" USING "session_speakers" AS "first"
  WHERE "first"."speaker_id" = "later"."speaker_id"
    AND ("first"."starts_at", "first"."session_id") < ("later"."starts_at", "later"."session_id")
    AND tstzrange("first"."starts_at", "first"."ends_at") && tstzrange("later"."starts_at", "later"."ends_at");--> statement-breakpoint
ALTER TABLE "session_speakers" ADD CONSTRAINT "session_speakers_move_along"
  FOREIGN KEY ("session_id", "starts_at", "ends_at") REFERENCES "sessions" ("id", "starts_at", "ends_at")
  ON DELETE CASCADE ON UPDATE CASCADE;--> statement-breakpoint
-- Judged at the end of the transaction, because a whole agenda moves item by item.
ALTER TABLE "session_speakers" ADD CONSTRAINT "session_speakers_one_place_at_once"
  EXCLUDE USING gist ("speaker_id" WITH =, tstzrange("starts_at", "ends_at") WITH &&)
  DEFERRABLE INITIALLY DEFERRED;
