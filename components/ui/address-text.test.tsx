import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { AddressText } from "@/components/ui/address-text";

it.each([
  ["maximiliane.beispiel@post.example.org", "maximiliane<wbr/>.beispiel<wbr/>@post<wbr/>.example<wbr/>.org"],
  ["example.org", "example<wbr/>.org"],
  ["", ""],
])("%j may break before its @ and its dots, and nowhere else by our doing", (address, html) => {
  expect(renderToStaticMarkup(<AddressText>{address}</AddressText>)).toBe(html);
});
