import { isReadableColour } from "@/domain/alliance/rules";
import { daysBetween } from "@/lib/time/days";

/** A series is a week or two, at most about a year: its page has a column for each day. */
const MOST_SERIES_DAYS = 370;

type SeriesSaid = { startsOn: string; endsOn: string; colour: string | null };

/** What of a series can't be, by its field; a colour that it has already may stay. */
export function seriesProblem(
  { startsOn, endsOn, colour }: SeriesSaid,
  before: string | null,
): Record<string, string[]> | undefined {
  if (endsOn < startsOn) return { endsOn: ["before_the_first_day"] };
  if (daysBetween(startsOn, endsOn) >= MOST_SERIES_DAYS) return { endsOn: ["too_late"] };
  if (colour && colour !== before && !isReadableColour(colour)) return { colour: ["unknown_choice"] };
  return undefined;
}
