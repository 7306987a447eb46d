import type {
  AgendaItem,
  EventDetail,
  EventSummary,
  NetworkBadge,
  SeatCount,
  SeatPart,
} from "@/domain/programme/queries";

export type { AgendaItem, EventDetail, EventSummary, NetworkBadge, SeatCount, SeatPart };
