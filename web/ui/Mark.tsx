/** The mark of the house: a charging bolt in a rounded square of the brand. */
export const Mark = ({ size = 24 }: { size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 24 24"
    aria-hidden="true"
    focusable="false"
    style={{ flex: "none" }}
  >
    <rect width="24" height="24" rx="6.5" fill="var(--brand-fill)" />
    <path d="M13.1 4.6 6.9 13.2h4.1l-1 6.2 6.9-9.2h-4.5z" fill="var(--brand-on)" />
  </svg>
);
