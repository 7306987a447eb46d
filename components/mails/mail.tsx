import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Html,
  Img,
  Link,
  Preview,
  Section,
  Text,
} from "@react-email/components";
import type { ReactNode } from "react";
import { TICKET_ADDRESS } from "@/lib/ticket";
import type { MailContent, MailLink } from "./content";
import { colour, markColour } from "./look";

const FONT = "Inter, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const pad = { padding: "12px 32px" } as const;
const body = { color: colour.text, fontSize: 16, lineHeight: "24px", margin: "0 0 12px" } as const;
const small = { ...body, color: colour.quiet, fontSize: 14, lineHeight: "21px" } as const;

const Anchor = ({ link }: { link: MailLink }) => (
  <Link href={link.href} style={{ color: colour.link, textDecoration: "underline" }}>
    {link.label}
  </Link>
);

/** A mail of 600 px: inline styles, no picture but the code for the door, nothing loaded from anywhere. */
export function Mail({ content }: { content: MailContent }) {
  const { sender } = content;
  return (
    <Html lang={content.locale} dir="ltr">
      <Head>
        <title>{content.subject}</title>
        <meta name="color-scheme" content="light" />
      </Head>
      <Preview>{content.paragraphs[0] ?? content.heading}</Preview>
      <Body style={{ backgroundColor: colour.page, fontFamily: FONT, margin: 0, padding: "24px 0" }}>
        <Container
          style={{
            maxWidth: 600,
            backgroundColor: colour.surface,
            borderTop: `4px solid ${markColour(sender.colour)}`,
          }}
        >
          <Sender sender={sender} />
          <Section style={{ ...pad, paddingTop: 24 }}>
            <Heading as="h1" style={{ ...body, fontSize: 30, lineHeight: "36px", fontWeight: 600 }}>
              {content.heading}
            </Heading>
            {content.paragraphs.map((text) => (
              <Text key={text} style={{ ...body, whiteSpace: "pre-line" }}>
                {text}
              </Text>
            ))}
            {content.quote && <Quote quote={content.quote} />}
          </Section>
          {content.box && <Box box={content.box} />}
          {content.ticket && <Ticket ticket={content.ticket} />}
          <Rows rows={content.rows} />
          <Foot content={content} />
        </Container>
      </Body>
    </Html>
  );
}

const Sender = ({ sender }: { sender: MailContent["sender"] }) => (
  <Section style={{ ...pad, paddingTop: 20, paddingBottom: 16, borderBottom: `1px solid ${colour.border}` }}>
    <table role="presentation" cellPadding={0} cellSpacing={0}>
      <tbody>
        <tr>
          <td style={{ paddingRight: 12 }}>
            <span
              aria-hidden="true"
              style={{
                display: "inline-block",
                width: 40,
                lineHeight: "40px",
                textAlign: "center",
                borderRadius: 6,
                fontSize: 14,
                fontWeight: 600,
                color: colour.onLink,
                backgroundColor: markColour(sender.colour),
              }}
            >
              {sender.mark}
            </span>
          </td>
          <td style={{ ...body, lineHeight: "22px" }}>
            <strong>{sender.name}</strong>
            {sender.aside && (
              <>
                <br />
                <span style={{ fontSize: 14, color: colour.quiet }}>{sender.aside}</span>
              </>
            )}
          </td>
        </tr>
      </tbody>
    </table>
  </Section>
);

const Quote = ({ quote }: { quote: NonNullable<MailContent["quote"]> }) => (
  <Text
    style={{ ...body, borderLeft: `3px solid ${colour.border}`, paddingLeft: 12, whiteSpace: "pre-line" }}
  >
    <span style={{ color: colour.quiet, fontSize: 14 }}>{quote.from}</span>
    <br />
    {quote.text}
  </Text>
);

const Box = ({ box }: { box: NonNullable<MailContent["box"]> }) => (
  <Section
    style={{
      padding: "20px 32px",
      backgroundColor: colour.subtle,
      borderTop: `1px solid ${colour.border}`,
      borderBottom: `1px solid ${colour.border}`,
    }}
  >
    <Heading as="h2" style={{ ...body, fontSize: 20, lineHeight: "28px", fontWeight: 600, marginBottom: 8 }}>
      {box.title}
    </Heading>
    <Text style={{ ...body, marginBottom: 4 }}>
      {box.strong && <strong>{box.strong}</strong>}
      {box.lines.map((line) => (
        <span key={line}>
          <br />
          {line}
        </span>
      ))}
    </Text>
    {box.code && (
      <Text style={{ ...body, fontSize: 30, lineHeight: "44px", fontWeight: 600, letterSpacing: 6 }}>
        {box.code}
      </Text>
    )}
    {box.buttons.map((button) => (
      <Button
        key={button.href}
        href={button.href}
        style={{
          display: "block",
          marginTop: 12,
          padding: "14px 20px",
          textAlign: "center",
          fontSize: 18,
          lineHeight: "24px",
          fontWeight: 600,
          borderRadius: 10,
          color: colour.onLink,
          backgroundColor: colour.link,
        }}
      >
        {button.label}
      </Button>
    ))}
    {box.note && <Text style={{ ...small, textAlign: "center", margin: "8px 0 0" }}>{box.note}</Text>}
  </Section>
);

const Ticket = ({ ticket }: { ticket: NonNullable<MailContent["ticket"]> }) => (
  <Section
    style={{ ...pad, paddingTop: 20, textAlign: "center", borderBottom: `1px solid ${colour.border}` }}
  >
    <Heading as="h2" style={{ ...body, fontSize: 20, lineHeight: "28px", fontWeight: 600, marginBottom: 8 }}>
      {ticket.title}
    </Heading>
    <Text style={small}>{ticket.text}</Text>
    <Img
      src={`cid:${TICKET_ADDRESS}`}
      alt={ticket.code}
      width={222}
      height={222}
      // Else React asks for it ahead by a link, for which no mail program has a use.
      fetchPriority="low"
      style={{ margin: "0 auto", backgroundColor: colour.surface }}
    />
    <Text style={{ ...small, fontFamily: "monospace", fontSize: 12, overflowWrap: "anywhere" }}>
      {ticket.code}
    </Text>
  </Section>
);

const spaced = (...parts: (ReactNode | undefined)[]) =>
  parts.filter((part) => part !== undefined).flatMap((part, index) => (index === 0 ? [part] : [" ", part]));

const Rows = ({ rows }: Pick<MailContent, "rows">) => (
  <Section style={{ ...pad, paddingTop: 20 }}>
    {rows.map((row) => (
      <Text key={row.lead} style={body}>
        {spaced(
          <strong key="lead">{row.lead}</strong>,
          row.text,
          row.link && <Anchor key="link" link={row.link} />,
        )}
        {row.after}
      </Text>
    ))}
  </Section>
);

const Foot = ({ content }: { content: MailContent }) => (
  <Section style={{ padding: "20px 32px", backgroundColor: colour.subtle }}>
    {content.foot.map((line) => (
      <Text key={line.text} style={small}>
        {spaced(line.text, line.link && <Anchor key="link" link={line.link} />)}
        {line.after}
      </Text>
    ))}
    <Text style={{ ...small, margin: 0 }}>
      {content.legal.flatMap((link, index) => [
        index === 0 ? "" : " · ",
        <Anchor key={link.href} link={link} />,
      ])}
    </Text>
  </Section>
);
