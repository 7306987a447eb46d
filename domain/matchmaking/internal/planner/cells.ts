/**
 * Cells of typed arrays as numbers. The compiler cannot know that an index lies inside; these two are inlined, and
 * cost nothing in the loops that run millions of times a second.
 */
export function cell(array: Int32Array, index: number): number {
  return array[index] ?? 0;
}

export function add(array: Int32Array, index: number, change: number): number {
  const value = (array[index] ?? 0) + change;
  array[index] = value;
  return value;
}
