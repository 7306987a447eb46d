/** The sign of Plenum: rows of seats around a speaker. */
export function Logo() {
  return (
    <svg viewBox="0 0 26 26" aria-hidden="true">
      <g fill="none" stroke="currentColor" strokeLinecap="round">
        <path d="M2.5 19.5a10.5 10.5 0 0 1 21 0" strokeWidth="2.8" strokeDasharray="0.01 5.48" />
        <path d="M7.5 19.5a5.5 5.5 0 0 1 11 0" strokeWidth="2.4" />
      </g>
      <circle cx="13" cy="19.5" r="1.9" fill="currentColor" />
    </svg>
  );
}
