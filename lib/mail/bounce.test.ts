import { describe, expect, it } from "vitest";
import { bounceIn } from "./bounce";
import { messageIdOf } from "./message";

const id = messageIdOf("registration.confirmed:reg_1:fct_1", "plenum@example.org");
const reference = id.slice(1, 41);

const report = ({ action = "failed", status = "5.1.1", original = `Message-ID: ${id}` } = {}) =>
  [
    "From: MAILER-DAEMON@mx.example.org",
    "Message-ID: <20270310.1@mx.example.org>",
    "Content-Type: multipart/report; report-type=delivery-status; boundary=x",
    "",
    "--x",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.example.org",
    "",
    "Final-Recipient: rfc822; anna@example.org",
    `Action: ${action}`,
    `Status: ${status}`,
    "--x",
    "Content-Type: text/rfc822-headers",
    "",
    original,
    "Subject: Sie sind dabei",
    "--x--",
  ].join("\r\n");

describe("a report of a mail server", () => {
  it("names our mail and why it came back", () => {
    expect(bounceIn(report())).toEqual({ reference, status: "5.1.1" });
    const folded = report({ original: `Message-ID:\r\n ${id}` });
    expect(bounceIn(folded)).toEqual({ reference, status: "5.1.1" });
  });

  it.each([
    ["is delayed", report({ action: "delayed", status: "4.4.1" })],
    ["is tried again", report({ status: "4.2.2" })],
    ["was delivered", report({ action: "delivered", status: "2.0.0" })],
    ["is about a mail of others", report({ original: "Message-ID: <abc@elsewhere.example>" })],
    ["is an answer of a person", `Subject: Re: Sie sind dabei\r\nIn-Reply-To: ${id}\r\n\r\nDanke!`],
    ["is empty", ""],
  ])("says nothing when it %s", (_, text) => {
    expect(bounceIn(text)).toBeUndefined();
  });
});
