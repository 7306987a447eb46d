import { customType, text, timestamp } from "drizzle-orm/pg-core";
import { type Id, type IdKind, newId } from "@/lib/ids";

/** Primary key: a prefixed text id that is made by the application. */
export const id = <Kind extends IdKind>(kind: Kind) =>
  text("id")
    .$type<Id<Kind>>()
    .primaryKey()
    .$defaultFn(() => newId(kind));

/** A column that holds another row's id; the reference itself is added where the table is defined. */
export const refTo = <Kind extends IdKind>(column: string, _kind: Kind) => text(column).$type<Id<Kind>>();

/** An instant. Always with time zone, read as a Date. */
export const instant = (column: string) => timestamp(column, { withTimezone: true, mode: "date" });

export const createdAt = () => instant("created_at").notNull().defaultNow();

/** Bytes as they are, such as what Yjs says of a document. */
export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => "bytea",
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
});

/** Half-open range of instants, as `[from,to)` text. Used by exclusion constraints. */
export const instantRange = customType<{ data: string }>({ dataType: () => "tstzrange" });
/** The text of such a column. */
export const rangeOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): string =>
  `[${startsAt.toISOString()},${endsAt.toISOString()})`;
