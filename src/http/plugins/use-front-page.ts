import { createHash } from 'node:crypto';
import type { Plugin } from 'graphql-yoga';
import type { Example } from '../examples.ts';
import { CONSOLE_PATH, EXAMPLES_PATH, GRAPHQL_PATH, isForDoor } from './use-routes.ts';

/** What the page tells of the gateway. Without a key it tells nothing that a key protects. */
export interface FrontPageOptions {
  /** Who the gateway acts as, in words. */
  readonly account: string;
  /** Which Telegram it speaks to, in words. */
  readonly telegram: string;
  readonly examples: readonly Example[];
  readonly needsKey: boolean;
  /** Whether there is a GraphiQL to link to. */
  readonly graphiql: boolean;
  /** Whether the console is built, once that is known; `null`: there is to be none. */
  readonly hasConsole: Promise<boolean> | null;
}

const STYLE = `
  :root { color-scheme: light dark; }
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 3rem auto; padding: 0 1rem; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; }
  dt { font-weight: 600; }
  dd, li p { margin: 0; }
  li { margin-bottom: .75rem; }
`;

/** Copied for each answer: Yoga's `Response` writes into what it is given. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  vary: 'Accept',
};

/**
 * The page of examples: where GraphQL is, who the gateway acts as, and each example, a click away from GraphiQL. It is at `/` as
 * well where no console is.
 */
export function useFrontPage(options: FrontPageOptions): Plugin {
  return {
    onRequest({ request, url, endResponse, fetchAPI }) {
      if (url.pathname !== EXAMPLES_PATH && !isForDoor(request, url)) return undefined;
      const answer = (console: string) =>
        endResponse(new fetchAPI.Response(pageOf(options, url.host, console), { headers: { ...HEADERS } }));
      return options.hasConsole === null
        ? answer('')
        : options.hasConsole.then((has) => answer(has ? TO_CONSOLE : NO_CONSOLE));
    },
  };
}

const TO_CONSOLE = `<p><a href="${CONSOLE_PATH}">Open the console</a></p>`;
const NO_CONSOLE =
  '<p>The console is not built here: run <code>npm ci</code> and <code>npm run build:console</code>, then start the gateway again.</p>';

function pageOf(
  { account, telegram, examples, needsKey, graphiql }: FrontPageOptions,
  host: string,
  console: string,
): string {
  const facts = needsKey
    ? [['Key', 'Requests carry <code>Authorization: Bearer KEY</code>.']]
    : [
        ['Acting as', escapeHtml(account)],
        ['Telegram', escapeHtml(telegram)],
      ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Telegram GraphQL Gateway</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Telegram GraphQL Gateway</h1>
<dl>
<dt>GraphQL</dt><dd><code>${escapeHtml(host)}${GRAPHQL_PATH}</code></dd>
${facts.map(([name, text]) => `<dt>${name}</dt><dd>${text}</dd>`).join('\n')}
</dl>
${console}
${graphiql ? linksTo(examples) : '<p>GraphiQL is off here: start the gateway with <code>GRAPHIQL=on</code> to have it.</p>'}
</body>
</html>
`;
}

function linksTo(examples: readonly Example[]): string {
  return `<p><a href="${GRAPHQL_PATH}">Open GraphiQL</a>, or open it with one of these examples and press play.</p>
<ol>
${examples.map((each) => `<li><a href="${escapeHtml(addressOf(each))}">${escapeHtml(each.title)}</a><p>${escapeHtml(each.about)}</p></li>`).join('\n')}
</ol>`;
}

/** GraphiQL's, opened with the example. */
function addressOf({ query, variables }: Example): string {
  return `${GRAPHQL_PATH}?${new URLSearchParams({ query, ...(variables !== undefined && { variables }) })}`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
