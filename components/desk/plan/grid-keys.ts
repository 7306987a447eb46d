export type CellAt = { row: number; column: number };
type Key = { key: string; ctrlKey: boolean; metaKey: boolean };
type Size = { rows: number; columns: number; page: number };

const within = (value: number, count: number) => Math.min(Math.max(value, 0), Math.max(count - 1, 0));

/** Where a key leads in a grid, by the pattern of WAI-ARIA; undefined for keys that mean something else. */
export function aimOf(
  { key, ctrlKey, metaKey }: Key,
  { row, column }: CellAt,
  size: Size,
): CellAt | undefined {
  const far = ctrlKey || metaKey;
  const aims: Record<string, CellAt> = {
    ArrowDown: { row: far ? size.rows : row + 1, column },
    ArrowUp: { row: far ? 0 : row - 1, column },
    ArrowRight: { row, column: far ? size.columns : column + 1 },
    ArrowLeft: { row, column: far ? 0 : column - 1 },
    Home: { row: far ? 0 : row, column: 0 },
    End: { row: far ? size.rows : row, column: size.columns },
    PageDown: { row: row + size.page, column },
    PageUp: { row: row - size.page, column },
  };
  const aim = aims[key];
  if (!aim) return undefined;
  return { row: within(aim.row, size.rows), column: within(aim.column, size.columns) };
}
