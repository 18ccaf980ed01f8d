import { randomBytes } from 'node:crypto';
import type { Plugin } from 'graphql-yoga';
import { isLoopback } from '../../base/loopback.ts';
import { CONSOLE_PATH, isForConsole, isForDoor } from '../plugins/use-routes.ts';
import { chooseCoding } from '../request/choose-coding.ts';
import { type Refusal, refuse } from '../request/refusal.ts';
import { currentRecord } from '../request/request-record.ts';
import { type ConsoleFile, type ConsoleFiles, loadConsoleFiles } from './console-files.ts';
import { sessionOfVisit } from './session-cookie.ts';
import type { Sessions } from './sessions.ts';

/** What the page is told as it is opened; `index.html` has it as JSON. Before somebody has signed in, nothing that a key protects. */
interface Boot {
  /** `none`: no key is needed. */
  readonly signIn: 'none' | 'needed' | 'done';
  /** Whose session it is; `null`: there is none. */
  readonly caller: string | null;
  /** Whether there is a GraphiQL to link to. */
  readonly graphiql: boolean;
  /** Which Telegram the gateway speaks to, in words. Empty before somebody has signed in, as is `sandbox`. */
  readonly telegram: string;
  readonly sandbox: boolean;
  /** Whether the browser takes this address for a safe one, and so would keep the cookie. */
  readonly secure: boolean;
}

export interface ConsoleOptions {
  /** `CONSOLE`: whether there is a console at all. */
  readonly isOn: boolean;
  /** The folder with the built console, once it is built; `null`: it is not built here. */
  readonly directory: Promise<URL | null>;
  readonly sessions: Sessions;
  readonly needsKey: boolean;
  readonly graphiql: boolean;
  readonly telegram: string;
  readonly sandbox: boolean;
}

/** What the built page needs and nothing more; Mantine writes styles, each with the nonce of the answer. */
const policyWith = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'clipboard-write=(self)',
};

const IS_OFF: Refusal = {
  status: 404,
  code: 'CONSOLE_OFF',
  message: 'The console is off here: start the gateway without CONSOLE=off to have it at this address.',
};
const NOT_BUILT: Refusal = {
  status: 404,
  code: 'CONSOLE_OFF',
  message: 'The console is not built here: run "npm ci" and "npm run build:console", then start the gateway again.',
};
const NO_FILE: Refusal = { status: 404, code: 'NOT_FOUND', message: 'The console has no such file.' };

/**
 * The console for everybody, without a key: its files hold no data, and what it shows comes from the API. A browser that opens
 * `/` is sent to it. Who asks while it is being built waits.
 */
export function useConsole(options: ConsoleOptions): Plugin {
  const { isOn, directory, sessions, needsKey } = options;
  let loaded: Promise<ConsoleFiles | null> | null = null;
  // Read when somebody first asks.
  const load = () => (loaded ??= directory.then((folder) => (folder === null ? null : loadConsoleFiles(folder))));

  async function serve(request: Request, url: URL, Answer: typeof Response): Promise<Response> {
    if (!isOn) return refuse(request, IS_OFF);
    const console = await load();
    if (console === null) return refuse(request, NOT_BUILT);
    const path = url.pathname.slice(CONSOLE_PATH.length + 1);
    const file = console.files.get(path);
    if (file !== undefined) return respond(request, file, Answer);
    // Any other path is a route of the page's own, so that it can be opened and loaded again.
    return path.startsWith('assets/') ? refuse(request, NO_FILE) : pageFor(request, url, console.index, Answer);
  }

  function pageFor(request: Request, url: URL, index: string, Answer: typeof Response): Response {
    const session = sessionOfVisit((name) => request.headers.get(name), sessions);
    const isSignedIn = session !== null;
    const mayKnow = !needsKey || isSignedIn;
    const boot: Boot = {
      signIn: !needsKey ? 'none' : isSignedIn ? 'done' : 'needed',
      caller: needsKey ? (session?.caller ?? null) : null,
      graphiql: options.graphiql,
      telegram: mayKnow ? options.telegram : '',
      sandbox: mayKnow && options.sandbox,
      // A browser sends this header to safe addresses alone, which tells TLS in a proxy that says nothing of it.
      secure: isLoopback(url.hostname) || request.headers.has('sec-fetch-site'),
    };
    const nonce = randomBytes(16).toString('base64');
    const html = index
      .replaceAll('__NONCE__', nonce)
      .replace('__BOOT__', () => JSON.stringify(boot).replaceAll('<', '\\u003c'));
    return new Answer(html, { headers: { ...PAGE_HEADERS, 'content-security-policy': policyWith(nonce) } });
  }

  return {
    onRequest({ request, url, endResponse, fetchAPI }) {
      if (isForConsole(url)) {
        return serve(request, url, fetchAPI.Response).then(endResponse, (error) => {
          loaded = null;
          currentRecord().scope.log().error({ err: error }, 'the built console cannot be read');
          endResponse(refuse(request, NOT_BUILT));
        });
      }
      if (!isOn || !isForDoor(request, url)) return undefined;
      return directory.then((folder) => {
        if (folder === null) return;
        const headers = { location: CONSOLE_PATH, vary: 'Accept' };
        endResponse(new fetchAPI.Response(null, { status: 302, headers }));
      });
    },
  };
}

/** `Answer` is Yoga's: the platform's would copy the file. */
function respond(request: Request, file: ConsoleFile, Answer: typeof Response): Response {
  const coding = chooseCoding(request.headers.get('accept-encoding') ?? '');
  const compressed = coding === null ? undefined : file[coding];
  const body = compressed ?? file.plain;
  return new Answer(body, {
    headers: {
      'content-type': file.type,
      'content-length': String(body.byteLength),
      ...(coding !== null && compressed && { 'content-encoding': coding }),
      'cache-control': file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      'cross-origin-resource-policy': 'same-origin',
      vary: 'Accept-Encoding',
    },
  });
}
