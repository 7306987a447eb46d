import { pgTable } from "drizzle-orm/pg-core";
import { createdAt, id, refTo } from "../columns";
import { people } from "./people";

/** The calendar that a person's own programs subscribe to. One each: a new address makes the old one nobody's. */
export const calendarFeeds = pgTable("calendar_feeds", {
  id: id("calendarFeed"),
  personId: refTo("person_id", "person")
    .notNull()
    .unique("calendar_feeds_one_per_person")
    .references(() => people.id, { onDelete: "cascade" }),
  createdAt: createdAt(),
});
