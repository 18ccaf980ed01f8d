import { test } from 'node:test';
import { checkLists } from '../../support/list-scenario.ts';
import { relayPage } from './relay-page.ts';

test('Relay: after each change and each event every list is right without a fetch', () => checkLists(relayPage));
