import { colour, markColour } from "@/components/mails/look";
import { drawn } from "@/lib/feeds/drawn";

export type PictureFacts = {
  title: string;
  /** Below the title: when it is; empty for none. */
  line: string;
  /** Who hosts it, the lead first. */
  networks: readonly { name: string; mark: string; colour: string }[];
};

/** So many hosts are shown; of more, only their number. */
const MOST_MARKS = 6;
const LETTERS = [
  { upTo: 40, size: 84 },
  { upTo: 80, size: 66 },
  { upTo: Number.POSITIVE_INFINITY, size: 52 },
] as const;
const sizeOf = (text: string) => LETTERS.find(({ upTo }) => text.length <= upTo)?.size ?? 52;

/**
 * What a shared link shows, in 1200 × 630. It is drawn without a browser, by a program that knows flex boxes and inline
 * styles only.
 */
export function SharePicture({ title, line, networks }: PictureFacts) {
  const text = drawn(title);
  const [lead] = networks;
  return (
    <div
      style={{
        display: "flex",
        width: "100%",
        height: "100%",
        background: colour.surface,
        color: colour.text,
        borderLeft: `28px solid ${lead ? markColour(lead.colour) : colour.link}`,
      }}
    >
      <div
        style={{
          display: "flex",
          flexDirection: "column",
          justifyContent: "space-between",
          flexGrow: 1,
          padding: "64px 72px",
        }}
      >
        <Hosts networks={networks} />
        <div style={{ display: "flex", flexDirection: "column", maxHeight: 330, overflow: "hidden" }}>
          <div style={{ fontSize: sizeOf(text), lineHeight: 1.15, letterSpacing: "-0.02em" }}>{text}</div>
          <div style={{ marginTop: 24, fontSize: 34, color: colour.quiet }}>{drawn(line)}</div>
        </div>
        <Sign />
      </div>
    </div>
  );
}

function Hosts({ networks }: Pick<PictureFacts, "networks">) {
  const shown = networks.slice(0, MOST_MARKS);
  const more = networks.length - shown.length;
  const [lead] = networks;
  return (
    <div style={{ display: "flex", alignItems: "center", fontSize: 30, color: colour.quiet }}>
      {shown.map((network) => (
        <div
          key={network.name}
          style={{
            display: "flex",
            alignItems: "center",
            justifyContent: "center",
            width: 64,
            height: 64,
            marginRight: 12,
            borderRadius: 14,
            fontSize: 26,
            background: markColour(network.colour),
            color: colour.onLink,
          }}
        >
          {drawn(network.mark)}
        </div>
      ))}
      <div style={{ marginLeft: 12 }}>
        {more > 0 ? `+ ${more}` : drawn(networks.length === 1 ? (lead?.name ?? "") : "")}
      </div>
    </div>
  );
}

/** The sign and the name of Plenum. */
function Sign() {
  const ink = { fill: "none", stroke: colour.link, strokeLinecap: "round" } as const;
  return (
    <div style={{ display: "flex", alignItems: "center", fontSize: 34, color: colour.link }}>
      <svg width="56" height="56" viewBox="0 0 26 26" aria-hidden="true">
        <path d="M2.5 19.5a10.5 10.5 0 0 1 21 0" strokeWidth="2.8" strokeDasharray="0.01 5.48" {...ink} />
        <path d="M7.5 19.5a5.5 5.5 0 0 1 11 0" strokeWidth="2.4" {...ink} />
        <circle cx="13" cy="19.5" r="1.9" fill={colour.link} />
      </svg>
      <div style={{ marginLeft: 14 }}>Plenum</div>
    </div>
  );
}
