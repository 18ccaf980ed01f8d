import { test } from 'node:test';
import { checkLists } from '../../support/list-scenario.ts';
import { apolloPage } from './apollo-lists.ts';
import { urqlPage } from './urql-lists.ts';

for (const [library, connect] of Object.entries({ 'Apollo Client': apolloPage, 'urql with Graphcache': urqlPage })) {
  test(`${library}: after each change and each event every list is right without a fetch`, () => checkLists(connect));
}
