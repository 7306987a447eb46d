import { expect, it } from "vitest";
import { DoorList } from "@/components/checkin/door-list";
import type { DoorPerson } from "@/components/checkin/find-people";
import { markupOf } from "@/components/testing/markup";
import { homeZone } from "@/lib/i18n/locales";

const person = (name: string, standing: DoorPerson["standing"]): DoorPerson => ({
  id: `reg_${name.length}`,
  name,
  organisation: "",
  standing,
  arrival: null,
});

it("S45: says where somebody stands in a frame of its own, which no name can draw", () => {
  const event = {
    eventId: "evt_forum",
    slug: "forum",
    title: "Forum",
    language: "de",
    timeZone: homeZone,
    place: null,
    startsAt: new Date("2027-03-31T08:00:00Z"),
    endsAt: new Date("2027-03-31T16:00:00Z"),
  } as const;
  const people = [person("Ada (Warteliste)", "welcome"), person("Ben", "on_waiting_list")];
  const html = markupOf(
    <DoorList event={event} people={{ now: "2027-03-31T08:00:00Z", walkIns: 0, people }} locale="de" />,
  );
  expect(html).toContain('<th scope="row">Ada (Warteliste)</th>');
  expect(html.match(/doorlist__standing/g)).toHaveLength(1);
  expect(html).toContain('Ben<span class="doorlist__standing">Warteliste</span>');
});
