import { useTranslations } from "next-intl";
import type { SeatCount, SeatPart } from "@/components/programme/event-views";
import { seatsWord } from "@/components/programme/seats-word";
import { Seats } from "@/components/ui/progress";

/** One kind of seats: how many are left, or that there are none. */
function Part({ part, name, aside }: { part: SeatPart; name?: string; aside?: string }) {
  const p = useTranslations("public");
  const word = seatsWord(part);
  const { capacity } = part;
  const text =
    word.kind === "left" && capacity !== null
      ? p("seats.leftOf", { left: word.left, capacity })
      : p(word.kind === "open" ? "seats.unlimited" : "seats.soldOut");
  const named = name ? `${name}: ${text}` : text;
  if (capacity === null) return <p className="small strong">{named}</p>;
  return <Seats text={named} aside={aside} taken={part.confirmed + part.offered} capacity={capacity} />;
}

/** The seats of an event, online and on site by themselves where people can choose. */
export function SeatsLeft({ seats }: { seats: SeatCount }) {
  const p = useTranslations("public");
  const registered = p("seats.registered", { count: seats.confirmed });
  if (seats.onsite) {
    return (
      <div className="stack gap-3">
        <Part part={seats.onsite} name={p("seats.onsite")} />
        <Part part={seats.online} name={p("seats.online")} />
        <p className="small muted">{registered}</p>
      </div>
    );
  }
  if (seats.capacity === null) return <p className="small muted">{registered}</p>;
  return <Part part={seats} aside={registered} />;
}
