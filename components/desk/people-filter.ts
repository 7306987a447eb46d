import { z } from "zod";
import { listChoice } from "@/domain/registration/schema";

/** Columns beside the name, in their order. */
const listColumns = [
  "organisation",
  "email",
  "since",
  "status",
  "tags",
  "talks",
  "language",
  "source",
  "present",
] as const;
export type ListColumn = (typeof listColumns)[number];

type Viewpoint = { hasPresence: boolean; hasTags: boolean };

/** Those that this viewer can have: minutes once there are any, and tags where the office has given some. */
export const columnsFor = ({ hasPresence, hasTags }: Viewpoint): ListColumn[] =>
  listColumns.filter((column) => (column !== "present" || hasPresence) && (column !== "tags" || hasTags));

const usual: readonly ListColumn[] = ["organisation", "email", "since", "status", "tags", "talks", "present"];
const isColumn = (name: string): name is ListColumn => listColumns.some((column) => column === name);

/** Boxes of one name: nothing, one text or several. The form sends `name` along, so that no box ticked is a choice too. */
const chosenColumns = z
  .union([z.string().transform((one) => [one]), z.array(z.string()).max(50)])
  .transform((names): readonly ListColumn[] => names.filter(isColumn))
  .catch(usual);

/** Choice of the list of people as it stands in an address; unknown values fall back, never fail. */
export const peopleFilter = listChoice.extend({ cols: chosenColumns });
export type PeopleFilter = z.output<typeof peopleFilter>;

const isUsual = (cols: readonly ListColumn[]) =>
  cols.length === usual.length && cols.every((column, at) => column === usual[at]);

/** The choice as the query of an address, without what is so anyway. A change of the choice begins at the first page. */
export function peopleQuery(filter: PeopleFilter, changes: Partial<PeopleFilter>): string {
  const { q, status, attendance, tag, answer, sort, dir, page, cols } = { ...filter, page: 1, ...changes };
  const query = new URLSearchParams();
  if (q !== "") query.set("q", q);
  if (status !== "all") query.set("status", status);
  if (attendance !== "all") query.set("attendance", attendance);
  if (tag !== "") query.set("tag", tag);
  if (answer !== "") query.set("answer", answer);
  if (sort !== "since") query.set("sort", sort);
  if (dir) query.set("dir", dir);
  if (page > 1) query.set("page", String(page));
  if (!isUsual(cols)) for (const column of ["name", ...cols]) query.append("cols", column);
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

type Order = Pick<PeopleFilter, "sort" | "dir">;

/** Which way the list runs: newest first by time, A to Z by everything else, unless said otherwise. */
export const directionOf = ({ sort, dir }: Order): "asc" | "desc" =>
  dir ?? (sort === "since" ? "desc" : "asc");

/** What pressing the head of a column asks for: its order, or the other way round where it is in that order already. */
export function nextOrder(filter: Order, sort: PeopleFilter["sort"]): Order {
  if (filter.sort !== sort) return { sort, dir: undefined };
  return { sort, dir: directionOf(filter) === "asc" ? "desc" : "asc" };
}
