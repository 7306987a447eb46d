import type { SeatCount } from "@/components/programme/event-views";

/** The seats of an event that is online only and lets everybody in. */
export function seatCounts(capacity: number | null, confirmed: number): SeatCount {
  const online = { capacity, confirmed, waiting: 0, offered: 0 };
  return {
    ...online,
    waitlist: true,
    pending: 0,
    forgotten: 0,
    approval: false,
    confirmMembers: false,
    confirmDomains: [],
    membersFirst: false,
    invitedFirst: false,
    invitationOnly: false,
    offerHours: null,
    switchHours: 0,
    online,
    onsite: null,
  };
}
