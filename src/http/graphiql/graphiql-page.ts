/**
 * Builds GraphiQL's page in a thread of its own: the package takes a third of a second to load, and it and the page some hundred
 * megabytes, which end with the thread. What is left are the two compressed pages.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { GraphiQLOptions } from 'graphql-yoga';

/** A document that GraphiQL opens with. */
export interface GraphiqlTab {
  readonly query: string;
  /** JSON. */
  readonly variables?: string;
}

export interface PageOptions {
  /** The path of GraphQL. */
  readonly endpoint: string;
  readonly tabs: readonly GraphiqlTab[];
  /** Puts a place for the key into the headers editor. */
  readonly needsKey: boolean;
}

/** The page by content coding. */
export interface Page {
  /** Of the uncompressed page; each coding adds its name. */
  readonly tag: string;
  readonly br: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
}

async function buildPage({ endpoint, tabs, needsKey }: PageOptions): Promise<Page> {
  const headers = needsKey ? { headers: JSON.stringify({ Authorization: 'Bearer KEY' }, null, 2) } : {};
  const graphiql: GraphiQLOptions = {
    title: 'Telegram gateway',
    endpoint,
    // Its default for subscriptions is a GET, with the variables in the address and without the header that a GET needs.
    method: 'POST',
    defaultTabs: tabs.map((tab) => ({ ...tab, ...headers })),
    shouldPersistHeaders: false,
    ...headers,
  };
  const inline = JSON.stringify(graphiql);
  const html = renderGraphiQL(graphiql)
    .replace(inline, () => `opened(${asScript(graphiql)})`)
    .replace('</head>', () => `${TABS_STAND_STILL}${OPENED}</head>`);
  const plain = Buffer.from(html.trimStart());
  return {
    tag: createHash('sha256').update(plain).digest('base64url').slice(0, 22),
    // 9 MB: quality 5 takes a tenth of the time of the default 11 and gives a page a tenth larger.
    br: await promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    gzip: await promisify(gzip)(plain),
  };
}

/**
 * Tabs jump away from under the pointer when one is first pressed (GraphiQL animates a layout that it measured before its
 * font was there), and the click is lost.
 */
const TABS_STAND_STILL = '<style>.graphiql-tab { transform: none !important; }</style>';

/**
 * GraphiQL's options as the page is opened. The address may bring an example, `?query=…&variables=…`: it is the first tab then,
 * or, where tabs are stored, one more. GraphiQL reads the query by itself, and keeps it in the address as it is edited, but not
 * the variables.
 * Until somebody edits, GraphiQL stores its tabs but not what stands in its editors, and then takes the empty editors for a
 * tab of their own when the page is loaded again; the variables of the tab that it opens with never reach the editor.
 */
const OPENED = `<script>
  function opened(options) {
    const address = new URL(location.href);
    const query = address.searchParams.get('query');
    const variables = address.searchParams.get('variables') ?? undefined;
    address.searchParams.delete('variables');
    history.replaceState({}, '', address);
    const isNew = localStorage.getItem('graphiql:query') === null;
    if (isNew) localStorage.removeItem('graphiql:tabState');
    const others = options.defaultTabs.filter((tab) => tab.query !== query);
    const first = query === null ? [] : [{ query, variables, headers: options.headers }];
    const tabs = [...first, ...others];
    if (isNew) localStorage.setItem('graphiql:variables', tabs[0]?.variables ?? '');
    return { ...options, defaultTabs: tabs, ...(query !== null && variables && { variables }) };
  }
</script>`;

/** A value inside of a <script>, which a "</script>" in an example would end. */
function asScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

parentPort?.postMessage(await buildPage(workerData));
