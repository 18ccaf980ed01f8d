import { Button, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import { useQuery } from 'urql';
import { Link, useLocation, useParams } from 'wouter';
import { useAct } from '../data/act.ts';
import { counted } from '../data/counted.ts';
import { joinedBy, linkPath, titleOf } from '../data/links.ts';
import { refusalIn } from '../data/refusal.ts';
import {
  DeleteLinkDocument,
  LinkDocument,
  type LinkQuery,
  type LinkRowFragment,
  RevokeLinkDocument,
} from '../gql/graphql.ts';
import { AsGraphql } from '../parts/as-graphql.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { LinkCell } from '../parts/link-cell.tsx';
import { LinkForm } from '../parts/link-form.tsx';
import { LinkState } from '../parts/link-state.tsx';
import { Page } from '../parts/page.tsx';
import { Person } from '../parts/person.tsx';
import { Refused } from '../parts/refusal.tsx';
import { Loading, State } from '../parts/states.tsx';
import { Moment } from '../parts/time.tsx';
import classes from './link.module.css';
import { QrCode } from './qr-code.tsx';
import { WhoCame } from './who-came.tsx';
import { WhoWaits } from './who-waits.tsx';

/** One link: its QR code, who came, who waits, and what can be done with it. */
export default function LinkScreen() {
  const { peer = '', hash = '' } = useParams<{ peer: string; hash: string }>();
  const variables = { peer, link: hash };
  const [{ data, error, fetching }, execute] = useQuery({ query: LinkDocument, variables });
  const chat = data?.chat;
  const link = chat?.exportedInvite;
  const operation = () => ({ document: LinkDocument, variables });
  return (
    <Page
      title={link ? titleOf(link) : 'Link'}
      parent={{ name: 'Links', path: `/links/${peer}` }}
      actions={
        <>
          <AsGraphql action="Read the link" operation={operation} />
          {link && <Actions peer={peer} link={link} chatTitle={chat.title} />}
        </>
      }
    >
      {fetching && !link && <Loading />}
      {error && !link && (
        <Refused refusal={refusalIn(error)} again={() => execute({ requestPolicy: 'network-only' })} isRead />
      )}
      {!fetching && !error && !link && (
        <State title="There is no such link" text="It may be deleted, or of another chat." />
      )}
      {link && (
        <>
          <div className={classes.top}>
            <QrCode link={link.link} svg={link.svg} png={link.png} operation={operation} />
            <Facts peer={peer} link={link} chatTitle={chat.title} />
          </div>
          <WhoWaits peer={peer} link={hash} />
          <WhoCame peer={peer} link={hash} />
        </>
      )}
    </Page>
  );
}

interface LinkProps {
  peer: string;
  link: NonNullable<NonNullable<LinkQuery['chat']>['exportedInvite']>;
  chatTitle: string;
}

function Facts({ peer, link, chatTitle }: LinkProps) {
  const price = link.subscriptionPricing;
  const facts: [string, ReactNode][] = [
    ['Link', <LinkCell key="link" link={link} />],
    [
      'Chat',
      <Link key="chat" href={`/links/${peer}`}>
        {chatTitle}
      </Link>,
    ],
    ['Status', <LinkState key="status" link={link} />],
    ['Joined', joinedBy(link)],
    ['Approval', link.requestNeeded ? 'An admin approves everybody' : 'Not needed'],
    ['Expires', link.expireDate ? <Moment key="expires" at={link.expireDate} /> : 'Never'],
    ['Price', price ? `${counted(price.amount)} Stars for every 30 days` : 'Free'],
    ['Made by', <Person key="admin" user={link.admin} />],
    ['Made', <Moment key="made" at={link.date} />],
    ['Edited', link.startDate ? <Moment key="edited" at={link.startDate} /> : 'Never'],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => [<dt key={`${name}-name`}>{name}</dt>, <dd key={name}>{value}</dd>])}
    </dl>
  );
}

function Actions({ peer, link, chatTitle }: LinkProps) {
  const [, navigate] = useLocation();
  const [open, setOpen] = useState<'edit' | 'revoke' | 'delete' | null>(null);
  const revoke = useAct(RevokeLinkDocument);
  const remove = useAct(DeleteLinkDocument);
  const input = { peer, link: link.link };
  const close = () => setOpen(null);
  const showNew = (next: LinkRowFragment) => {
    notifications.show({ message: 'The primary link is replaced. This is the new one.' });
    navigate(linkPath(peer, next.link));
  };
  if (link.linkIsPartial) return null;
  return (
    <>
      {link.revoked ? (
        <Button variant="outline" color="red" onClick={() => setOpen('delete')}>
          Delete
        </Button>
      ) : (
        <>
          {!link.permanent && (
            <Button variant="default" onClick={() => setOpen('edit')}>
              Edit
            </Button>
          )}
          <Button variant="outline" color="red" ml="md" onClick={() => setOpen('revoke')}>
            Revoke
          </Button>
        </>
      )}
      <Modal opened={open === 'edit'} onClose={close} title="Edit the link">
        <LinkForm mode="edit" peer={peer} link={link} onDone={close} onCancel={close} />
      </Modal>
      <Confirm
        input={open === 'revoke' ? input : null}
        close={close}
        act={revoke}
        title="Revoke this link?"
        action="Revoke"
        typed={link.permanent ? chatTitle : undefined}
        onDone={(done) => 'newInvite' in done && showNew(done.newInvite)}
      >
        Nobody can join by the link any more. Members stay. There is no way back.
        {link.permanent && ' Telegram makes a new primary link.'}
      </Confirm>
      <Confirm
        input={open === 'delete' ? input : null}
        close={close}
        act={remove}
        title="Delete this link?"
        action="Delete"
        onDone={() => navigate(`/links/${peer}`)}
      >
        The link goes from the list of revoked links. There is no way back.
      </Confirm>
    </>
  );
}
