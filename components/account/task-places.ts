import type { Task } from "@/domain/alliance/queries/tasks";
import type { TaskRole } from "@/domain/alliance/rules";

/** Pages where somebody's work in an event is done. */
export type TaskPlace = "desk" | "list" | "console" | "door" | "room";

const placesOf: Record<TaskRole, readonly TaskPlace[]> = {
  organizer: ["desk", "console", "door"],
  host: ["desk", "console", "door"],
  cohost: ["desk", "console", "door"],
  speaker: ["room"],
  check_in: ["door"],
  observer: ["list"],
};

type Standing = Pick<Task, "status" | "onsite" | "roles">;

/** Where these roles lead as the event stands: a draft has no room and no door, and without seats on site nobody stands at one. */
export function taskPlaces({ status, onsite, roles }: Standing): TaskPlace[] {
  const isOpen = status === "published" || status === "live";
  const places = [...new Set(roles.flatMap((role) => placesOf[role]))];
  return places.filter((place) => {
    if (place === "desk" || place === "list") return true;
    return isOpen && (place !== "door" || onsite);
  });
}

/** Address of such a page, without language prefix. */
export function taskPath(place: TaskPlace, { slug, network }: Pick<Task, "slug" | "network">): string {
  const desk = `/o/${network.slug}/e/${slug}`;
  const paths = {
    desk,
    list: `${desk}/people`,
    console: `/console/${slug}`,
    door: `/checkin/${slug}`,
    room: `/room/${slug}`,
  };
  return paths[place];
}
