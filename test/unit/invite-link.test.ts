import { expect, test } from 'vitest';
import { inviteHash, inviteUrl, isCutLink } from '../../src/services/invite-link.ts';

const hash = 'AbCd_Ef-GhIjKlMn';

test.each([
  `https://t.me/+${hash}`,
  `http://t.me/+${hash}`,
  `t.me/+${hash}`,
  `www.t.me/+${hash}`,
  `https://telegram.me/+${hash}`,
  `https://telegram.dog/joinchat/${hash}`,
  `https://t.me/joinchat/${hash}?utm_source=x#y`,
  `https://t.me/%2B${hash}`,
  `t.me/ ${hash}`,
  `tg://join?invite=${hash}`,
  `tg:join?invite=${hash}&x=1`,
  ` ${hash} `,
])('finds the hash in %j, case kept', (text) => {
  expect(inviteHash(text)).toBe(hash);
});

test.each([
  'https://t.me/+4912345',
  't.me/sandbox_community',
  'https://example.com/+AbCdEfGh',
  '',
  'short',
  't.me/addlist/x',
])('sees no invite in %j', (text) => {
  expect(inviteHash(text)).toBeNull();
});

test('the URL of a hash is the form that Telegram returns', () => {
  expect(inviteUrl(hash)).toBe(`https://t.me/+${hash}`);
});

test.each(['https://t.me/+AbCdEfGh...', 'https://t.me/+AbCdEfGh… ', 'AbCdEfGhIjKlMnOp...'])(
  'sees that %j was cut, and no hash in it',
  (text) => {
    expect(isCutLink(text)).toBe(true);
    expect(inviteHash(text)).toBeNull();
  },
);

test('a whole link is not cut', () => {
  expect(isCutLink(`https://t.me/+${hash}`)).toBe(false);
});
