ALTER TABLE "meeting_people" ADD CONSTRAINT "meeting_people_nobody_twice"
  EXCLUDE USING gist ("person_id" WITH =, "during" WITH &&) WHERE ("status" = 'accepted');
