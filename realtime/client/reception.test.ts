import { describe, expect, it } from "vitest";
import { isWanted, lastSpeakers, type Offer, type Reception } from "./reception";

const room: Reception = {
  cameras: 3,
  microphones: 3,
  pictures: "all",
  visible: new Set(["ada"]),
  spoke: ["ben"],
};
const crowd: Reception = { ...room, cameras: 13, microphones: 51 };
const of = (source: Offer["source"], person = "cleo"): Offer => ({ person, source });

describe("what is received", () => {
  it.each<[string, Offer, Reception, boolean]>([
    ["every camera of a small room", of("cam"), room, true],
    ["no camera of another page in a large one", of("cam"), crowd, false],
    ["the cameras one sees", of("cam", "ada"), crowd, true],
    ["twelve cameras at once", of("cam"), { ...crowd, cameras: 12 }, true],
    ["small pictures like large ones", of("cam"), { ...room, pictures: "small" }, true],
    ["a shared screen in a crowd", of("screen"), crowd, true],
    ["no picture where none is wanted", of("cam", "ada"), { ...room, pictures: "none" }, false],
    ["no screen where no picture is wanted", of("screen"), { ...room, pictures: "none" }, false],
    ["the sound of a screen all the same", of("screen_sound"), { ...crowd, pictures: "none" }, true],
    ["fifty voices", of("mic"), { ...crowd, microphones: 50 }, true],
    ["none of the others in a crowd", of("mic"), crowd, false],
    ["who spoke last", of("mic", "ben"), crowd, true],
    ["whom one sees", of("mic", "ada"), crowd, true],
  ])("%s", (_, offer, reception, wanted) => {
    expect(isWanted(offer, reception)).toBe(wanted);
  });
});

it("remembers the last sixteen who spoke, each once, the latest first", () => {
  expect(lastSpeakers(["ada", "ben"], ["ben", "cleo"])).toEqual(["ben", "cleo", "ada"]);
  const many = Array.from({ length: 20 }, (_, index) => `p${index}`);
  expect(lastSpeakers(many, ["new"])).toEqual(["new", ...many.slice(0, 15)]);
});
