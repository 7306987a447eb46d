import type {
  AgendaItem,
  EventDetail,
  EventSummary,
  NetworkBadge,
  SeatCount,
  SeatPart,
} from "@/domain/programme/queries";
import type { CalendarCounts, CalendarView } from "@/domain/programme/queries/calendar-page";
import type { SeriesWindow } from "@/domain/programme/queries/public-windows";

export type {
  AgendaItem,
  CalendarCounts,
  CalendarView,
  EventDetail,
  EventSummary,
  NetworkBadge,
  SeatCount,
  SeatPart,
  SeriesWindow,
};
