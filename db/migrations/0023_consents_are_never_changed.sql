-- What somebody agreed to is evidence: it is written once, and goes only with the registration that it belongs to.
CREATE FUNCTION consents_are_never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'consents are only ever added' USING ERRCODE = '23514', CONSTRAINT = 'consents_never_changed';
END $$;
--> statement-breakpoint
CREATE TRIGGER consents_never_changed BEFORE UPDATE ON "consents"
  FOR EACH ROW EXECUTE FUNCTION consents_are_never_changed();
