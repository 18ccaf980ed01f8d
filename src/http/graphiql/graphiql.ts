import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type Plugin, shouldRenderGraphiQL } from 'graphql-yoga';
import { GRAPHQL_PATH, isGraphqlPath } from '../plugins/use-routes.ts';
import { type Coding, chooseCoding } from '../request/choose-coding.ts';
import { type Refusal, refuse } from '../request/refusal.ts';
import { currentRecord } from '../request/request-record.ts';
import type { GraphiqlTab, Page, PageOptions } from './graphiql-page.ts';

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

export interface GraphiqlOptions {
  /** `GRAPHIQL`: whether there is a page at all. */
  readonly isOn: boolean;
  readonly tabs: readonly GraphiqlTab[];
  readonly needsKey: boolean;
}

const IS_OFF: Refusal = {
  status: 404,
  code: 'GRAPHIQL_OFF',
  message: 'GraphiQL is off here: start the gateway with GRAPHIQL=on to have its page at this address.',
};
const ONLY_COMPRESSED: Refusal = {
  status: 406,
  code: 'NOT_ACCEPTABLE',
  message: 'The GraphiQL page is only served compressed: send "Accept-Encoding: gzip" or "br".',
};
const NOT_BUILT: Refusal = {
  status: 500,
  code: 'INTERNAL_SERVER_ERROR',
  message: 'The GraphiQL page could not be built; the log says why. The API itself is not concerned.',
};

/**
 * GraphiQL for browsers, without a key: it holds no secret, and its headers editor takes one. It is built when somebody first
 * asks. All answers hold the same bytes, so that a reader who takes none costs nothing but its connection.
 */
export function useGraphiqlPage({ isOn, tabs, needsKey }: GraphiqlOptions): Plugin {
  let page: Promise<Page> | null = null;

  async function serve(request: Request, Answer: typeof Response): Promise<Response> {
    // Who names none takes all.
    const coding = chooseCoding(request.headers.get('accept-encoding') ?? '*');
    if (coding === null) return refuse(request, ONLY_COMPRESSED);
    try {
      page ??= buildPage({ endpoint: GRAPHQL_PATH, tabs, needsKey });
      return respond(request, Answer, await page, coding);
    } catch (error) {
      page = null;
      currentRecord().scope.log().error({ err: error }, 'the GraphiQL page could not be built');
      return refuse(request, NOT_BUILT);
    }
  }

  return {
    onRequest({ request, url, endResponse, fetchAPI }) {
      if (!isGraphqlPath(url.pathname) || !shouldRenderGraphiQL(request)) return undefined;
      if (!isOn) return endResponse(refuse(request, IS_OFF));
      return serve(request, fetchAPI.Response).then(endResponse);
    },
  };
}

async function buildPage(options: PageOptions): Promise<Page> {
  const worker = new Worker(new URL('./graphiql-page.ts', import.meta.url), { workerData: options });
  worker.unref();
  const [page]: Page[] = await once(worker, 'message');
  if (page === undefined) throw new Error('the thread has sent no page');
  return page;
}

/** `Answer` is Yoga's: the platform's would copy the page. */
function respond(request: Request, Answer: typeof Response, page: Page, coding: Coding): Response {
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
  if (known?.includes(etag) || known?.includes('*')) return new Answer(null, { status: 304, headers });
  return new Answer(page[coding], {
    headers: {
      ...headers,
      'content-type': 'text/html; charset=utf-8',
      'content-length': String(page[coding].byteLength),
      'content-encoding': coding,
    },
  });
}
