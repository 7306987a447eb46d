import type {
  AgendaItem,
  EventDetail,
  EventSummary,
  NetworkBadge,
  SeatCount,
} from "@/domain/programme/queries";

export type { AgendaItem, EventDetail, EventSummary, NetworkBadge, SeatCount };
