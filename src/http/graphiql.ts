import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { GraphiQLOptions, Plugin } from 'graphql-yoga';
import { refuse } from './refusal.ts';
import { currentRecord } from './request-record.ts';
import { GRAPHQL_PATH, isGraphqlPath } from './use-routes.ts';
import { shouldRenderGraphiQL } from './yoga.ts';

/** A document that GraphiQL opens with. */
export interface GraphiqlTab {
  readonly query: string;
  /** JSON. */
  readonly variables?: string;
}

const OPERATIONS = new URL('../../schema/operations/', import.meta.url);

/**
 * The example operations, in the order of their file names. `name.variables.json` beside `name.graphql` fills the tab's
 * variables.
 */
export async function loadTabs(directory: URL = OPERATIONS): Promise<readonly GraphiqlTab[]> {
  const files = (await readdir(directory)).sort();
  return Promise.all(
    files
      .filter((file) => file.endsWith('.graphql'))
      .map(async (file) => {
        const query = await readFile(new URL(file, directory), 'utf8');
        const beside = file.replace(/\.graphql$/, '.variables.json');
        return files.includes(beside)
          ? { query, variables: await readFile(new URL(beside, directory), 'utf8') }
          : { query };
      }),
  );
}

/**
 * What the page needs and nothing more. It is one document with script and style inside, hence 'unsafe-inline'; its editor
 * starts workers from blobs. It can talk to this gateway only.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' blob:",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  'worker-src blob:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page as bytes, by content coding. */
interface Page {
  /** Of the uncompressed page; each coding adds its name. */
  readonly tag: string;
  body(coding: Coding): Promise<Buffer>;
}

type Coding = 'br' | 'gzip' | 'identity';

const COMPRESS: Record<Coding, (page: Buffer) => Promise<Buffer>> = {
  // 9 MB: quality 5 takes a tenth of the time of the default 11 and gives a page a tenth larger.
  br: (page) => promisify(brotliCompress)(page, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: promisify(gzip),
  identity: async (page) => page,
};

export interface GraphiqlOptions {
  readonly tabs: readonly GraphiqlTab[];
  /** Puts a place for the key into the headers editor. */
  readonly needsKey: boolean;
}

/**
 * GraphiQL for browsers, without a key: it holds no secret, and its headers editor takes one. The package (18 MB) is loaded
 * and the page built and compressed when somebody first asks, off the main thread, then kept.
 */
export function useGraphiqlPage(options: GraphiqlOptions): Plugin {
  let page: Promise<Page> | null = null;

  async function serve(request: Request): Promise<Response> {
    try {
      page ??= buildPage(options);
      return await respond(request, await page);
    } catch (error) {
      page = null;
      currentRecord().scope.log().error({ err: error }, 'the GraphiQL page could not be built');
      const message = 'The GraphiQL page could not be built; the log says why. The API itself is not concerned.';
      return refuse(request, { status: 500, code: 'INTERNAL_SERVER_ERROR', message });
    }
  }

  return {
    onRequest({ request, url, endResponse }) {
      const isForPage = isGraphqlPath(url.pathname) && shouldRenderGraphiQL(request);
      return isForPage ? serve(request).then(endResponse) : undefined;
    },
  };
}

async function buildPage(options: GraphiqlOptions): Promise<Page> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const headers = options.needsKey ? { headers: JSON.stringify({ Authorization: 'Bearer KEY' }, null, 2) } : {};
  const graphiql: GraphiQLOptions = {
    title: 'Telegram gateway',
    endpoint: GRAPHQL_PATH,
    // Its default for subscriptions is a GET, with the variables in the address and without the header that a GET needs.
    method: 'POST',
    defaultTabs: options.tabs.map((tab) => ({ ...tab, ...headers })),
    shouldPersistHeaders: false,
    ...headers,
  };
  const inline = JSON.stringify(graphiql);
  const html = renderGraphiQL(graphiql)
    .replace(inline, () => asScript(graphiql))
    .replace('</head>', () => `${TABS_STAND_STILL}${freshStart(options.tabs)}</head>`);
  const plain = Buffer.from(html.trimStart());
  const bodies: Partial<Record<Coding, Promise<Buffer>>> = {};
  return {
    tag: createHash('sha256').update(plain).digest('base64url').slice(0, 22),
    body: (coding) => (bodies[coding] ??= COMPRESS[coding](plain)),
  };
}

/**
 * Tabs jump away from under the pointer when one is first pressed (GraphiQL animates a layout that it measured before its
 * font was there), and the click is lost.
 */
const TABS_STAND_STILL = '<style>.graphiql-tab { transform: none !important; }</style>';

/**
 * Until somebody edits, GraphiQL stores its tabs but not what stands in its editors, and then takes the empty editors for a
 * tab of their own when the page is loaded again; the variables of the tab that it opens with never reach the editor.
 */
function freshStart(tabs: readonly GraphiqlTab[]): string {
  const variables = asScript(tabs[0]?.variables ?? '');
  return `<script>
    if (localStorage.getItem('graphiql:query') === null) {
      localStorage.removeItem('graphiql:tabState');
      localStorage.setItem('graphiql:variables', ${variables});
    }
  </script>`;
}

/** A value inside of a <script>, which a "</script>" in an example would end. */
function asScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

async function respond(request: Request, page: Page): Promise<Response> {
  const coding = chooseCoding(request.headers.get('accept-encoding') ?? '');
  const etag = `"${page.tag}-${coding}"`;
  const headers = {
    etag,
    'cache-control': 'no-cache',
    vary: 'Accept, Accept-Encoding',
    'content-security-policy': CONTENT_SECURITY_POLICY,
  };
  const known = request.headers
    .get('if-none-match')
    ?.split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  if (known?.includes(etag) || known?.includes('*')) return new Response(null, { status: 304, headers });
  const body = await page.body(coding);
  return new Response(new Uint8Array(body), {
    headers: {
      ...headers,
      'content-type': 'text/html; charset=utf-8',
      'content-length': String(body.byteLength),
      ...(coding !== 'identity' && { 'content-encoding': coding }),
    },
  });
}

/** The best coding that the caller takes; `q=0` is a refusal. */
function chooseCoding(accepted: string): Coding {
  const codings = accepted
    .split(',')
    .filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0]?.trim().toLowerCase());
  if (codings.includes('br')) return 'br';
  return codings.includes('gzip') || codings.includes('*') ? 'gzip' : 'identity';
}
