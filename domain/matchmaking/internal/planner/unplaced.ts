import { cell } from "./cells";
import type { Timetable } from "./timetable";

/** The wishes without a slot that could have one, as a set of which any can be drawn at once. */
export class Unplaced {
  private readonly list: Int32Array;
  private readonly position: Int32Array;
  size = 0;

  constructor(private readonly table: Timetable) {
    this.list = new Int32Array(table.compiled.wishes);
    this.position = new Int32Array(table.compiled.wishes).fill(-1);
    this.readAgain();
  }

  readAgain(): void {
    const { slotOf, compiled } = this.table;
    this.size = 0;
    this.position.fill(-1);
    for (let wish = 0; wish < compiled.wishes; wish++)
      if (cell(slotOf, wish) < 0 && compiled.domain[wish]?.length !== 0) this.add(wish);
  }

  at(place: number): number {
    return cell(this.list, place);
  }

  add(wish: number): void {
    this.position[wish] = this.size;
    this.list[this.size++] = wish;
  }

  delete(wish: number): void {
    const place = cell(this.position, wish);
    const last = cell(this.list, --this.size);
    this.list[place] = last;
    this.position[last] = place;
    this.position[wish] = -1;
  }
}
