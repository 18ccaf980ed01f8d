import type { ReactNode } from 'react';

export interface IconProps {
  /** The side, in pixels. */
  size?: number;
}

/** Draws in the colour of the text around it. What it means is said beside it. */
const icon = (path: ReactNode) =>
  function Icon({ size = 16 }: IconProps) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.4}
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        style={{ flex: 'none' }}
      >
        {path}
      </svg>
    );
  };

export const RequestsIcon = icon(<path d="M2 9.5h3.2l1 2h3.6l1-2H14M2 9.5 4 3h8l2 6.5V13H2z" />);
export const LinksIcon = icon(
  <path d="m6.3 9.7 3.4-3.4M4.9 7.6 3.4 9.1a2.5 2.5 0 0 0 3.5 3.5l1.5-1.5M11.1 8.4l1.5-1.5a2.5 2.5 0 0 0-3.5-3.5L7.6 4.9" />,
);
export const ChatsIcon = icon(<path d="M2.5 3h11v8H7l-3 2.5V11H2.5z" />);
export const AccountIcon = icon(<path d="M8 8a2.7 2.7 0 1 0 0-5.4A2.7 2.7 0 0 0 8 8Zm-5.5 5.7a5.5 5.5 0 0 1 11 0" />);
export const SunIcon = icon(
  <path d="M8 10.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M3.4 12.6l.7-.7M11.9 4.1l.7-.7" />,
);
export const MoonIcon = icon(<path d="M13.5 9.6A6 6 0 0 1 6.4 2.5a6 6 0 1 0 7.1 7.1Z" />);
export const HelpIcon = icon(
  <path d="M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM6.3 6.2a1.8 1.8 0 1 1 2.6 1.7c-.6.3-.9.6-.9 1.2M8 11.3v.1" />,
);
export const GraphqlIcon = icon(<path d="m8 2 5.2 3v6L8 14l-5.2-3V5zM8 2 2.8 11h10.4z" />);
export const SignOutIcon = icon(<path d="M6 2.5H3v11h3M10.5 11l3-3-3-3M13.5 8H6.5" />);
export const CopyIcon = icon(<path d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3" />);
export const CheckIcon = icon(<path d="m3 8.5 3.2 3.2L13 4.8" />);
export const MoreIcon = icon(<path d="M3.5 8h.1M8 8h.1M12.5 8h.1" strokeWidth={2} />);
