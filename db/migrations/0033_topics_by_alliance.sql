DROP INDEX "listings_once";--> statement-breakpoint
CREATE UNIQUE INDEX "listings_once" ON "listings" USING btree ("person_id","alliance_id","kind","tag");