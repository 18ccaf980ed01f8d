// As a frontend with Relay asks for the lists of a chat: each refetchable by `node`, page by page.
import { graphql } from 'relay-runtime';

export const query = graphql`
  query ChatListsQuery($peer: Peer!) {
    ...ChatLists_chats
    chat(peer: $peer) {
      ...ChatLists_links
      ...ChatLists_waiting
    }
  }
`;

export const chats = graphql`
  fragment ChatLists_chats on Query
  @refetchable(queryName: "ChatListsChatsQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "String" }) {
    chats(first: $count, after: $cursor) @connection(key: "ChatLists_chats") {
      edges {
        node {
          id
          title
        }
      }
    }
  }
`;

export const links = graphql`
  fragment ChatLists_links on Chat
  @refetchable(queryName: "ChatListsLinksQuery")
  @argumentDefinitions(
    count: { type: "Int", defaultValue: 20 }
    cursor: { type: "String" }
    revoked: { type: "Boolean", defaultValue: false }
  ) {
    title
    exportedInvites(first: $count, after: $cursor, revoked: $revoked) @connection(key: "ChatLists_exportedInvites") {
      totalCount
      edges {
        node {
          id
          link
          ...InvitePeople_came
        }
      }
    }
  }
`;

export const waiting = graphql`
  fragment ChatLists_waiting on Chat
  @refetchable(queryName: "ChatListsWaitingQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "String" }, q: { type: "String" }) {
    requestsPending
    joinRequests(first: $count, after: $cursor, q: $q) @connection(key: "ChatLists_joinRequests") {
      edges {
        node {
          date
          about
          user {
            ...InvitePeople_person
          }
        }
      }
    }
  }
`;
