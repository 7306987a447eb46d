import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, instant, refTo } from "../columns";
import { meetings } from "./matchmaking";
import { ofPerson } from "./people";

/**
 * One more person for an agreed talk: proposed by one of its two sides, offered once the other side has agreed. Nobody is
 * asked twice about the same talk, whatever they said.
 */
export const talkInvitations = pgTable(
  "talk_invitations",
  {
    id: id("talkInvitation"),
    meetingId: refTo("meeting_id", "meeting")
      .notNull()
      .references(() => meetings.id, { onDelete: "cascade" }),
    personId: ofPerson(),
    invitedById: ofPerson("invited_by_person_id"),
    /** `refused` by the other side, `declined` by who was invited. */
    status: text("status", {
      enum: ["proposed", "offered", "accepted", "refused", "declined", "withdrawn"],
    })
      .notNull()
      .default("proposed"),
    answeredAt: instant("answered_at"),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("talk_invitations_once").on(table.meetingId, table.personId),
    index("talk_invitations_by_person").on(table.personId),
    index("talk_invitations_by_inviter").on(table.invitedById),
    check("talk_invitations_not_oneself", sql`${table.personId} <> ${table.invitedById}`),
  ],
);
