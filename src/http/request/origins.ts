import type { Logger } from '../../base/log.ts';
import { isLoopback } from '../../base/loopback.ts';
import type { HttpConfig } from '../../config/index.ts';
import type { Refusal } from './refusal.ts';

/** Reads a header of a request by its name in lower case. */
export type ReadHeader = (name: string) => string | null | undefined;

/** Which pages may call. Browsers name the page's origin; programs name none, and are not asked for one. */
export interface Origins {
  /** Whether pages of this origin, which another server has served, may call and read what is answered. */
  allows(origin: string): boolean;
  /** Why the page that sent a request may not call; `null` when it may, or when no page sent it. */
  refusal(header: ReadHeader): Refusal | null;
}

/** A page that a server on this machine has served, as a browser writes it. The whole text is matched, so that no other name begins so. */
const LOCAL_ORIGIN = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::([1-9]\d{0,4}))?$/;
const LAST_PORT = 65_535;
/** Refused origins that are told in the log; whoever sends more of them does not fill it. */
const TOLD = 100;
/** Characters of an origin that are repeated to whoever reads the log or the answer. */
const SHOWN = 100;

/** One for a gateway, so that an origin is told once over all transports together. */
export function createOrigins(
  { corsOrigins, localOrigins }: Pick<HttpConfig, 'corsOrigins' | 'localOrigins'>,
  log: Pick<Logger, 'warn'>,
): Origins {
  const told = new Set<string>();
  const allows = (origin: string) => corsOrigins.includes(origin) || (localOrigins && isLocal(origin));

  return {
    allows,
    refusal(header) {
      const origin = header('origin') ?? null;
      const site = header('sec-fetch-site');
      // Where a browser names none, somebody may be following a link to a page of the gateway.
      if (origin === null && (site !== 'cross-site' || header('sec-fetch-mode') === 'navigate')) return null;
      // The gateway's own page, also where a proxy in front has another name: no page can set one of these headers.
      if (origin !== null && (allows(origin) || isOwn(origin, header('host')) || site === 'same-origin')) return null;
      const message = origin === null ? NO_ORIGIN : sentence(origin);
      if (told.size < TOLD && !told.has(message)) {
        told.add(message);
        log.warn(message);
        if (told.size === TOLD) log.warn('Further origins are not named.');
      }
      // A browser hides the body from a page that may not read it, and shows the status line in its network tab.
      return { status: 403, statusText: message, code: 'FORBIDDEN_ORIGIN', message };
    },
  };
}

const NO_ORIGIN = 'A page of another site that sends no Origin is not allowed; set CORS_ORIGINS';

function isLocal(origin: string): boolean {
  const local = LOCAL_ORIGIN.exec(origin);
  return local !== null && Number(local[1] ?? 0) <= LAST_PORT;
}

/**
 * Whether a page of the gateway itself has this origin. By the text alone: a browser writes both the same way, and what two
 * spellings have in common is for nobody to guess.
 */
export function isOwn(origin: string, host: string | null | undefined): boolean {
  const own = host?.toLowerCase();
  if (!own) return false;
  // TLS ends in a proxy in front, which is addressed by another name than this machine's.
  const schemes = isLoopback(own.replace(/:\d+$/, '')) ? ['http'] : ['http', 'https'];
  return schemes.some((scheme) => origin.toLowerCase() === `${scheme}://${own}`);
}

function sentence(origin: string): string {
  // Of a file, or of a sandboxed frame of any page at all: no list may hold it.
  if (origin === 'null') return 'Origin null is not allowed; serve the page over HTTP and set CORS_ORIGINS';
  const clean = origin.replaceAll(/[^\x21-\x7e]/g, '?');
  const shown = clean.length > SHOWN ? `${clean.slice(0, SHOWN)}...` : clean;
  return `Origin ${shown} is not allowed; set CORS_ORIGINS`;
}
