import type { ReactNode } from 'react';
import type { List } from './cache.ts';
import { Refusal, useClick } from './click.tsx';
import { DECIDE, DELETE, REVOKE } from './documents.ts';
import type { LinkRowFragment, RequestRowFragment } from './gql/graphql.ts';

function ListOf<Node>({ name, list, row }: { name: string; list: List<Node>; row: (node: Node) => ReactNode }) {
  return (
    <section>
      <h2>
        {name} <small>{list?.totalCount}</small>
      </h2>
      <ul>{list?.edges.map(({ node }) => row(node))}</ul>
    </section>
  );
}

type RowProps = {
  texts: unknown[];
  click: Omit<ReturnType<typeof useClick>, 'click'>;
  acts: Record<string, () => unknown>;
};

function Row({ texts: [title, ...details], click: { fetching, refusal, again }, acts }: RowProps) {
  return (
    <li>
      <div>
        <b>{`${title}`}</b>
        <small>{details.filter(Boolean).join(' · ')}</small>
      </div>
      <span>
        {Object.entries(acts).map(([name, act]) => (
          <button key={name} type="button" disabled={fetching} onClick={act}>
            {name}
          </button>
        ))}
      </span>
      <Refusal refusal={refusal} again={again} />
    </li>
  );
}

function LinkRow({ peer, row: { link, title, ...row } }: { peer: string; row: LinkRowFragment }) {
  const [revoke, remove] = [useClick(REVOKE), useClick(DELETE)];
  const limit = row.usageLimit && `up to ${row.usageLimit} people`;
  const texts = [title ?? 'Without a title', link, row.permanent && 'primary', row.requestNeeded && 'approval', limit];
  if (row.revoked) return <Row texts={texts} click={remove} acts={{ Delete: () => remove.click({ peer, link }) }} />;
  return <Row texts={texts} click={revoke} acts={{ Revoke: () => revoke.click({ peer, link }) }} />;
}

export function Links({ peer, name, list }: { peer: string; name: string; list: List<LinkRowFragment> }) {
  return <ListOf name={name} list={list} row={(node) => <LinkRow key={node.id} peer={peer} row={node} />} />;
}

function RequestRow({ peer, row: { user, about, date } }: { peer: string; row: RequestRowFragment }) {
  const click = useClick(DECIDE);
  const decide = (approved: boolean) => () => click.click({ peer, user: user.peer, approved });
  const texts = [`${user.firstName} ${user.lastName ?? ''}`, new Date(date).toLocaleTimeString(), about];
  return <Row texts={texts} click={click} acts={{ Approve: decide(true), Decline: decide(false) }} />;
}

export function Requests({ peer, list }: { peer: string; list: List<RequestRowFragment> }) {
  return <ListOf name="Waiting" list={list} row={(node) => <RequestRow key={node.id} peer={peer} row={node} />} />;
}
