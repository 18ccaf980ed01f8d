import { useQuery } from 'urql';
import { useParams } from 'wouter';
import { refusalIn } from '../data/refusal.ts';
import { LinkDocument } from '../gql/graphql.ts';
import { LinkCell } from '../parts/link-cell.tsx';
import { Page } from '../parts/page.tsx';
import { Person } from '../parts/person.tsx';
import { Refused } from '../parts/refusal.tsx';
import { Loading } from '../parts/states.tsx';
import { Time } from '../parts/time.tsx';

/** One link. */
export default function LinkScreen() {
  const { peer = '', hash = '' } = useParams<{ peer: string; hash: string }>();
  const [{ data, error, fetching }, execute] = useQuery({ query: LinkDocument, variables: { peer, link: hash } });
  const link = data?.chat?.exportedInvite;
  return (
    <Page title={link?.title ?? 'Link'}>
      {fetching && !link && <Loading />}
      {error && !link && (
        <Refused refusal={refusalIn(error)} again={() => execute({ requestPolicy: 'network-only' })} isRead />
      )}
      {link && (
        <p>
          <LinkCell link={link} /> to {data.chat?.title}, made by <Person user={link.admin} /> <Time at={link.date} />
        </p>
      )}
    </Page>
  );
}
