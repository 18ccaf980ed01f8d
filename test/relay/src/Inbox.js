// As a frontend with Relay keeps its lists: each answer names what has gone or come, and a directive takes it out or in.
import { graphql } from 'relay-runtime';

export const lists = graphql`
  query InboxListsQuery($peer: Peer!) {
    chat(peer: $peer) {
      id
      live: exportedInvites(first: 50) @connection(key: "Inbox_live", filters: []) {
        totalCount
        edges {
          node {
            ...InboxLink @relay(mask: false)
          }
        }
      }
      revoked: exportedInvites(first: 50, revoked: true) @connection(key: "Inbox_revoked", filters: []) {
        totalCount
        edges {
          node {
            ...InboxLink @relay(mask: false)
          }
        }
      }
      waiting: joinRequests(first: 50) @connection(key: "Inbox_waiting", filters: []) {
        totalCount
        edges {
          node {
            ...InboxRequest @relay(mask: false)
          }
        }
      }
    }
  }
`;

export const link = graphql`
  fragment InboxLink on ExportedChatInvite {
    id
    link
    title
    date
    revoked
  }
`;

export const request = graphql`
  fragment InboxRequest on JoinRequest {
    id
    date
    user {
      id
      firstName
    }
  }
`;

export const watch = graphql`
  subscription InboxRequestsSubscription($peer: Peer!, $waiting: [ID!]!) {
    chatJoinRequests(peer: $peer) @prependNode(connections: $waiting, edgeTypeName: "JoinRequestEdge") {
      ...InboxRequest @relay(mask: false)
    }
  }
`;

// The edge goes, and not the record: who asks again is the same record.
export const hide = graphql`
  mutation InboxHideMutation($input: HideChatJoinRequestInput!, $waiting: [ID!]!) {
    hideChatJoinRequest(input: $input) {
      __typename
      ... on ChatJoinRequestHidden {
        joinRequestId @deleteEdge(connections: $waiting)
      }
    }
  }
`;

export const edit = graphql`
  mutation InboxEditMutation($input: EditExportedChatInviteInput!) {
    editExportedChatInvite(input: $input) {
      __typename
      ... on ExportedChatInvite {
        id
        title
      }
    }
  }
`;

// A revoked link leaves the list of those that work; a primary one has another in its place. `relay-page.ts` puts it into the other list.
export const revoke = graphql`
  mutation InboxRevokeMutation($input: RevokeExportedChatInviteInput!, $live: [ID!]!) {
    revokeExportedChatInvite(input: $input) {
      __typename
      ... on ExportedChatInvite {
        id @deleteEdge(connections: $live)
        revoked
      }
      ... on ExportedChatInviteReplaced {
        invite {
          id @deleteEdge(connections: $live)
          revoked
        }
        newInvite @prependNode(connections: $live, edgeTypeName: "ExportedChatInviteEdge") {
          ...InboxLink @relay(mask: false)
        }
      }
    }
  }
`;

// For every list at once: the edges of a deleted record have no node any more.
export const remove = graphql`
  mutation InboxDeleteMutation($input: DeleteExportedChatInviteInput!) {
    deleteExportedChatInvite(input: $input) {
      __typename
      ... on DeletedExportedChatInvite {
        deletedId @deleteRecord
      }
    }
  }
`;
