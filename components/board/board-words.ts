import type { Board, BoardFilter, EntryView } from "@/domain/board/queries/entries";
import type { EntryPage } from "@/domain/board/queries/entry";
import type { OfficeEntry } from "@/domain/board/queries/office";
import type { OfficeTag } from "@/domain/board/queries/taxonomy";

export type { Board, EntryPage, EntryView, OfficeEntry, OfficeTag };

/** What the board is asked for, as it stands in the address. */
export type BoardQuery = Omit<BoardFilter, "kinds"> & { kind: "" | BoardFilter["kinds"][number] };

/** The address of the board with some of it changed; what is as by default is left out. */
export function boardAddress(base: string, query: BoardQuery, change: Partial<BoardQuery> = {}): string {
  const { q, kind, tag, cooperation, network, everywhere, solved, sort, page } = {
    ...query,
    page: 1,
    ...change,
  };
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ q, kind, tag, cooperation, network }))
    if (value !== "") params.set(name, value);
  if (everywhere) params.set("everywhere", "on");
  if (solved) params.set("solved", "on");
  if (sort === "new") params.set("sort", sort);
  if (page > 1) params.set("page", String(page));
  return params.size > 0 ? `${base}?${params}` : base;
}

/** Whether anything but kind, order and page is asked for. */
export const isFiltered = ({ q, tag, cooperation, network, everywhere, solved }: BoardQuery): boolean =>
  everywhere || solved || [q, tag, cooperation, network].some((value) => value !== "");
