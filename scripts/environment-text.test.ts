import { expect, it } from "vitest";
import { variables } from "@/lib/env";
import { envExample } from "./environment-text";

it("names every variable with what it is for", () => {
  for (const [name, schema] of Object.entries(variables.shape)) {
    expect(schema.description, name).toBeTruthy();
    if (name !== "NODE_ENV") expect(envExample()).toMatch(new RegExp(`^#?${name}=`, "m"));
  }
});

it("gives no secret a value", () => {
  expect(envExample()).toMatch(/^AUTH_SECRET=$/m);
  expect(envExample()).toMatch(/^LIVEKIT_API_SECRET=$/m);
});
