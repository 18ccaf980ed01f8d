import { createClient } from 'graphql-ws';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Client, CombinedError, fetchExchange, Provider, subscriptionExchange, useQuery, useSubscription } from 'urql';
import { cache } from './cache.ts';
import { END, Refusal, requestError } from './click.tsx';
import { CHATS, LISTS, LIVE } from './documents.ts';
import { Links, Requests } from './lists.tsx';
import { MakeLink } from './make-link.tsx';
import './style.css';

// No key of the gateway: whoever opens the page could read it, and it may do everything (README.md).
const url = import.meta.env.VITE_GATEWAY_URL ?? 'http://127.0.0.1:4000/graphql';
// Not by server-sent events: over HTTP/1.1 six tabs with such a stream take all connections of a browser to the gateway.
const socket = createClient({ url: url.replace('http', 'ws'), retryAttempts: 0 }); // <Live> says when it ends
const live = subscriptionExchange({
  forwardSubscription: ({ query = '', variables }) => ({
    subscribe: (sink) => ({ unsubscribe: socket.subscribe({ query, variables }, sink) }),
  }),
});
const client = new Client({ url, exchanges: [cache, fetchExchange, live], preferGetMethod: false });

/** Who asks from now on: cache.ts puts them into the list. Says when that ends, as on a restart of the gateway. */
function Live({ peer, again }: { peer: string; again: () => unknown }) {
  const [{ data, error, fetching }] = useSubscription({ query: LIVE, variables: { peer } });
  // urql is `fetching` until the first event, and once more after the last.
  const end = fetching && data && new CombinedError({ networkError: new Error(END) });
  return <Refusal refusal={requestError(error ?? (end || undefined))} again={again} />;
}

function Chat({ peer }: { peer: string }) {
  const [{ data, error, fetching }, query] = useQuery({ query: LISTS, variables: { peer } });
  const [round, setRound] = useState(0);
  // Who asked while nobody watched is in no event, so the list is read again.
  const again = () => [setRound(round + 1), query({ requestPolicy: 'network-only' })];
  const { live, revoked, waiting } = data?.chat ?? {};
  return (
    <>
      <MakeLink peer={peer} />
      {fetching ? <p>Loading …</p> : <Refusal refusal={requestError(error)} again={again} />}
      {!error && <Live key={round} peer={peer} again={again} />}
      <aside>{waiting && <Requests peer={peer} list={waiting} />}</aside>
      {live && <Links name="Links" peer={peer} list={live} />}
      {revoked && <Links name="Revoked" peer={peer} list={revoked} />}
    </>
  );
}

function App() {
  const [{ data, error, fetching }, query] = useQuery({ query: CHATS });
  const [chosen, choose] = useState<string>();
  const chats = data?.chats?.edges.map(({ node }) => node) ?? [];
  const peer = chosen ?? chats[0]?.peer;
  return (
    <main>
      <header>
        <h1>Invite links</h1>
        <select aria-label="Chat" value={peer} onChange={({ target }) => choose(target.value)}>
          {chats.map(({ peer, title }) => (
            <option key={peer} value={peer} label={title} />
          ))}
        </select>
      </header>
      {!fetching && <Refusal refusal={requestError(error)} again={() => query({ requestPolicy: 'network-only' })} />}
      {peer && <Chat key={peer} peer={peer} />}
    </main>
  );
}

createRoot(document.getElementById('root') ?? document.body).render(
  <StrictMode>
    <Provider value={client}>
      <App />
    </Provider>
  </StrictMode>,
);
