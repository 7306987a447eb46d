import { pgTable } from "drizzle-orm/pg-core";
import { createdAt, id } from "../columns";
import { ofPerson } from "./people";

/** The calendar that a person's own programs subscribe to. One each: a new address makes the old one nobody's. */
export const calendarFeeds = pgTable("calendar_feeds", {
  id: id("calendarFeed"),
  personId: ofPerson().unique("calendar_feeds_one_per_person"),
  createdAt: createdAt(),
});
