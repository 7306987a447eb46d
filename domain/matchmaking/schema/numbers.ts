import { z } from "zod";

/** A whole number, also as a form says it. Whatever is wrong with it: said by one word of ours, or by which way it is wrong. */
export const wholeNumber = (least: number, most: number, wrong?: string) => {
  const whole = z.coerce.number(wrong ?? "invalid_number").int(wrong ?? "invalid_number");
  return whole.min(least, wrong ?? "too_small").max(most, wrong ?? "too_large");
};
