/** One HTTP request, asked again and again. */
export interface Question {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  /** JSON. */
  readonly body?: string;
  /** Stands in every right answer; one without it fails the run. */
  readonly right: string;
  /** What the answer says, in the form in which all contenders' answers are alike. */
  read(answer: unknown): unknown;
}

/** What is asked of every contender. */
export interface Questions {
  readonly exports: Question;
  /** The account's newest hundred links in @sandbox_big with their admin; `null` where the contender has none. */
  readonly invites: Question | null;
  /** The hundred people who came last by this link, with their names; likewise. */
  readonly importers: ((link: string) => Question) | null;
}

const INPUT = { peer: 'sandbox_community', title: 'My very normal title', usageLimit: 43 };
const FIELDS = 'link title date expireDate usageLimit usage permanent revoked requestNeeded';
const RIGHT_LINK = '"link":"https://t.me/+';
const BIG = 'sandbox_big';

/** The answers of the peers need no reading: theirs is the form. */
export function peerQuestions(url: string, lists: boolean): Questions {
  const read = (answer: unknown) => answer;
  const get = (path: string, right: string): Question => ({ url: `${url}${path}`, method: 'GET', right, read });
  return {
    exports: { url: `${url}invites`, method: 'POST', body: JSON.stringify(INPUT), right: RIGHT_LINK, read },
    invites: lists ? get(`invites?peer=${BIG}`, RIGHT_LINK) : null,
    importers: lists
      ? (link) => get(`importers?peer=${BIG}&link=${encodeURIComponent(link)}`, '"user":{"firstName":')
      : null,
  };
}

const EXPORT = `mutation ($input: ExportChatInviteInput!) { exportChatInvite(input: $input) { ... on ExportedChatInvite { ${FIELDS} } ... on Error { message } } }`;
const readExport = (answer: { data: { exportChatInvite: unknown } }) => answer.data.exportChatInvite;

/** As a frontend asks: the whole document, every time, with variables. */
export function gatewayQuestions(url: string) {
  const post = (query: string, variables: unknown, right: string): Omit<Question, 'read'> => ({
    url,
    method: 'POST',
    body: JSON.stringify({ query, variables }),
    right,
  });
  return {
    exports: { ...post(EXPORT, { input: INPUT }, RIGHT_LINK), read: readExport },
    /** `[<id>]` is another text in each request. */
    keyedExports: {
      ...post(EXPORT, { input: { ...INPUT, idempotencyKey: '[<id>]' } }, RIGHT_LINK),
      read: readExport,
    },
    invites: {
      ...post(
        `query ($peer: Peer!) { chat(peer: $peer) { exportedInvites(first: 100) { totalCount edges { node { ${FIELDS} admin { firstName username } } } } } }`,
        { peer: BIG },
        RIGHT_LINK,
      ),
      read: (answer: { data: { chat: { exportedInvites: Connection } } }) => readPage(answer.data.chat.exportedInvites),
    },
    importers: (link: string) => ({
      ...post(
        'query ($peer: Peer!, $link: InviteLink!) { chat(peer: $peer) { exportedInvite(link: $link) { importers(first: 100) { totalCount edges { node { date user { firstName username } approvedBy { firstName username } } } } } } }',
        { peer: BIG, link },
        '"user":{"firstName":',
      ),
      read: (answer: { data: { chat: { exportedInvite: { importers: Connection } } } }) =>
        readPage(answer.data.chat.exportedInvite.importers),
    }),
    /** One call to Telegram, and a small answer. */
    account: {
      ...post('{ node(id: "VXNlcjo3MDAwMDAwMDAx") { ... on User { firstName username } } }', {}, '"firstName":"Olive"'),
      read: (answer: unknown) => answer,
    },
    /** No call to Telegram: what HTTP and GraphQL cost alone. */
    typename: {
      ...post('{ __typename }', {}, '"__typename":"Query"'),
      read: (answer: unknown) => answer,
    },
  } satisfies Questions & { account: Question; typename: Question; keyedExports: Question };
}

interface Connection {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: unknown }[];
}

function readPage({ totalCount, edges }: Connection) {
  return { totalCount, rows: edges.map(({ node }) => node) };
}
