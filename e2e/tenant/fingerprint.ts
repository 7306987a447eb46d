import { z } from "zod";
import { sql } from "../fixtures/database";
import type { ForeignWorld } from "./foreign-world";

const ofMeeting = "meeting_id in (select id from meetings where event_id in ($1, $2))";

const tables: Record<string, string> = {
  events: "id in ($1, $2)",
  sessions: "event_id in ($1, $2)",
  speakers: "event_id in ($1, $2)",
  materials: "event_id in ($1, $2)",
  form_questions: "event_id in ($1, $2)",
  registrations: "event_id in ($1, $2)",
  seat_plans: "event_id in ($1, $2)",
  invitations: "event_id in ($1, $2)",
  circulars: "event_id in ($1, $2)",
  mail_settings: "event_id in ($1, $2)",
  event_templates: "network_id in (select network_id from events where id in ($1, $2))",
  live_sessions: "event_id in ($1, $2)",
  check_ins: "event_id in ($1, $2)",
  wall_addresses: "event_id in ($1, $2)",
  attendance_reminders: "event_id in ($1, $2)",
  event_feedback: "event_id in ($1, $2)",
  certificate_rules: "event_id in ($1, $2)",
  event_roles: "event_id in ($1, $2)",
  admissions: "event_id in ($1, $2)",
  chat_messages: "event_id in ($1, $2)",
  chat_settings: "event_id in ($1, $2)",
  caption_writers: "event_id in ($1, $2)",
  polls: "event_id in ($1, $2)",
  poll_ballots: "event_id in ($1, $2)",
  sheets: "event_id in ($1, $2)",
  audience_questions: "event_id in ($1, $2)",
  question_settings: "event_id in ($1, $2)",
  hall_guests: "event_id in ($1, $2)",
  sanctions: "event_id in ($1, $2)",
  meeting_requests: "event_id in ($1, $2)",
  meetings: "event_id in ($1, $2)",
  availability_marks: "event_id in ($1, $2)",
  talk_windows: "event_id in ($1, $2)",
  talk_tables: "event_id in ($1, $2)",
  talk_wishes: "event_id in ($1, $2)",
  talk_limits: "event_id in ($1, $2)",
  talk_plans: "event_id in ($1, $2)",
  plan_runs: "event_id in ($1, $2)",
  planned_talks: "event_id in ($1, $2)",
  plan_versions: "event_id in ($1, $2)",
  talk_invitations: "meeting_id in (select id from meetings where event_id in ($1, $2))",
  meeting_people: "meeting_id in (select id from meetings where event_id in ($1, $2))",
  suggestion_dismissals: "event_id in ($1, $2)",
  request_messages: "request_id in (select id from meeting_requests where event_id in ($1, $2))",
  talk_presences: ofMeeting,
  talk_changes: ofMeeting,
  talk_extensions: ofMeeting,
  talk_notes: ofMeeting,
  contact_shares: ofMeeting,
  hands: "live_session_id in (select id from live_sessions where event_id in ($1, $2))",
  rooms: "live_session_id in (select id from live_sessions where event_id in ($1, $2))",
  speaking_times: "live_session_id in (select id from live_sessions where event_id in ($1, $2))",
  rounds: "live_session_id in (select id from live_sessions where event_id in ($1, $2))",
};

const ofNetwork = ["entries", "network_members", "network_addresses", "network_domains", "role_invitations"];

/** One line for each table of the world; two equal ones mean that nobody changed anything. */
export async function fingerprintOf(world: ForeignWorld): Promise<Record<string, string>> {
  const { networkId, eventId, draftId } = world;
  const print = z.object({ print: z.string().nullable() });
  const lines: [string, string][] = [];
  for (const [table, where] of Object.entries(tables)) {
    const text = `select md5(string_agg(t::text, '|' order by t::text)) as print from ${table} t where ${where}`;
    const [row] = await sql(print, text, [eventId, draftId]);
    lines.push([table, row?.print ?? ""]);
  }
  for (const table of ofNetwork) {
    const text = `select md5(string_agg(t::text, '|' order by t::text)) as print from ${table} t where network_id = $1`;
    const [row] = await sql(print, text, [networkId]);
    lines.push([table, row?.print ?? ""]);
  }
  const own = "select md5(string_agg(n::text, '|')) as print from networks n where id = $1";
  const [network] = await sql(print, own, [networkId]);
  lines.push(["networks", network?.print ?? ""]);
  // Of all its events the names alone: what the clock does to the demo's own ones is nobody's break-in.
  const planned = "select md5(string_agg(id, '|' order by id)) as print from events where network_id = $1";
  const [row] = await sql(print, planned, [networkId]);
  lines.push(["planned events", row?.print ?? ""]);
  return Object.fromEntries(lines);
}
