import { describe, expect, it, vi } from "vitest";
import { inLine, TurnNeverCame } from "./line";

/** Work that ends when it is told to. */
function held() {
  const started: number[] = [];
  const ends: (() => void)[] = [];
  const start = (name: string, id: number) =>
    inLine(name, async () => {
      started.push(id);
      await new Promise<void>((end) => {
        ends[id] = end;
      });
      return id;
    });
  return { started, start, end: (id: number) => ends[id]?.() };
}

describe("a line", () => {
  it("lets two in and the others after them, in the order in which they came", async () => {
    const { started, start, end } = held();
    const all = [0, 1, 2, 3].map((id) => start("seats", id));
    await vi.waitFor(() => expect(started).toEqual([0, 1]));
    end(1);
    await vi.waitFor(() => expect(started).toEqual([0, 1, 2]));
    end(0);
    await vi.waitFor(() => expect(started).toEqual([0, 1, 2, 3]));
    end(2);
    end(3);
    expect(await Promise.all(all)).toEqual([0, 1, 2, 3]);
  });

  it("holds up nobody of another line", async () => {
    const { started, start, end } = held();
    const all = [start("one", 0), start("one", 1), start("one", 2), start("two", 3)];
    await vi.waitFor(() => expect(started).toEqual([0, 1, 3]));
    for (const id of [0, 1, 3]) end(id);
    await vi.waitFor(() => expect(started).toContain(2));
    end(2);
    await Promise.all(all);
  });

  it("goes on after work that failed", async () => {
    const failing = () => inLine("failing", () => Promise.reject(new Error("no")));
    const all = await Promise.allSettled([failing(), failing(), failing(), failing()]);
    expect(all.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected", "rejected"]);
    expect(await inLine("failing", async () => "yes")).toBe("yes");
  });

  it("sends those away whose turn does not come, and forgets them", async () => {
    vi.useFakeTimers();
    try {
      const { started, start, end } = held();
      const first = [start("slow", 0), start("slow", 1)];
      const late = expect(start("slow", 2)).rejects.toBeInstanceOf(TurnNeverCame);
      await vi.advanceTimersByTimeAsync(5_000);
      await late;
      end(0);
      end(1);
      await Promise.all(first);
      expect(started).toEqual([0, 1]);
    } finally {
      vi.useRealTimers();
    }
  });
});
