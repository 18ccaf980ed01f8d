// As a frontend with Relay asks for the people of a link, and for anything by its id.
import { graphql } from 'relay-runtime';

export const query = graphql`
  query InvitePeopleQuery($id: ID!) {
    node(id: $id) {
      __typename
      id
      ...InvitePeople_came @alias
      ...InvitePeople_waiting @alias
      ...InvitePeople_expired @alias
      ...InvitePeople_person @alias
    }
  }
`;

export const came = graphql`
  fragment InvitePeople_came on ExportedChatInvite
  @refetchable(queryName: "InvitePeopleCameQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "String" }) {
    importers(first: $count, after: $cursor) @connection(key: "InvitePeople_importers") {
      edges {
        node {
          date
          user {
            ...InvitePeople_person
          }
          approvedBy {
            ...InvitePeople_person
          }
        }
      }
    }
  }
`;

export const waiting = graphql`
  fragment InvitePeople_waiting on ExportedChatInvite
  @refetchable(queryName: "InvitePeopleWaitingQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "String" }) {
    pendingRequests(first: $count, after: $cursor) @connection(key: "InvitePeople_pendingRequests") {
      edges {
        node {
          about
        }
      }
    }
  }
`;

export const expired = graphql`
  fragment InvitePeople_expired on ExportedChatInvite
  @refetchable(queryName: "InvitePeopleExpiredQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "String" }) {
    expiredSubscribers(first: $count, after: $cursor) @connection(key: "InvitePeople_expiredSubscribers") {
      edges {
        node {
          date
        }
      }
    }
  }
`;

export const person = graphql`
  fragment InvitePeople_person on User @refetchable(queryName: "InvitePeoplePersonQuery") {
    firstName
    username
  }
`;
