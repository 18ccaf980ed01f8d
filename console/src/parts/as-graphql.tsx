import { ActionIcon, Menu } from '@mantine/core';
import { asGraphql, graphiqlAddress, type Operation } from '../data/as-graphql.ts';
import { boot } from '../data/boot.ts';
import { session } from '../data/session.ts';
import { copy } from './copy.tsx';
import { GraphqlIcon } from './icons.tsx';
import classes from './parts.module.css';

interface AsGraphqlProps {
  /** What the button sends: “Make a link”. */
  action: string;
  /** Made anew whenever an entry is chosen, so that a mutation has an idempotency key of its own each time. */
  operation: () => Operation;
}

/** The entries “Copy as GraphQL” and “Open in GraphiQL”, for a menu that an action has anyway. */
export function AsGraphqlItems({ operation }: AsGraphqlProps) {
  return (
    <>
      <Menu.Item onClick={() => copy(asGraphql(operation()), 'Operation')}>Copy as GraphQL</Menu.Item>
      {boot.graphiql && (
        <Menu.Item onClick={() => open(graphiqlAddress(operation()), '_blank', 'noreferrer')}>
          Open in GraphiQL
          {session.get() === 'done' && <small className={classes.hint}>Asks for the API key again</small>}
        </Menu.Item>
      )}
    </>
  );
}

/** A small menu beside an action: the very operation and variables that the action sends. */
export function AsGraphql(props: AsGraphqlProps) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={`${props.action} as GraphQL`} title="As GraphQL">
          <GraphqlIcon />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <AsGraphqlItems {...props} />
      </Menu.Dropdown>
    </Menu>
  );
}
