/** Fastify around mtcute, whose codec and native crypto are the fastest there are for Node. */
import type { tl } from '@mtcute/node';
import fastify from 'fastify';
import { connectMtcute } from './connect-mtcute.ts';

const client = await connectMtcute();
const app = fastify();

// Not createInviteLink, which takes no title.
app.post<{ Body: { peer: string; title: string; usageLimit: number } }>('/invites', async ({ body }) => {
  const { title, usageLimit } = body;
  const peer = await client.resolvePeer(body.peer);
  return show(await client.call({ _: 'messages.exportChatInvite', peer, title, usageLimit }));
});

app.get<{ Querystring: { peer: string } }>('/invites', async ({ query: { peer } }) => {
  const page = await client.getInviteLinks(peer, { limit: 100 });
  return {
    totalCount: page.total,
    rows: page.map((invite) => ({ ...show(invite.raw), admin: invite.creator && nameOf(invite.creator) })),
  };
});

app.get<{ Querystring: { peer: string; link: string } }>('/importers', async ({ query: { peer, link } }) => {
  const page = await client.getInviteLinkMembers(peer, { link, limit: 100 });
  const rows = page.map(({ date, user, approvedBy }) => ({
    date: date.toISOString(),
    user: nameOf(user),
    approvedBy: approvedBy && nameOf(approvedBy),
  }));
  return { totalCount: page.total, rows };
});

function show(invite: tl.TypeExportedChatInvite) {
  if (invite._ !== 'chatInviteExported') throw new Error(`${invite._} in place of a link`);
  return {
    link: invite.link,
    title: invite.title ?? null,
    date: new Date(invite.date * 1000).toISOString(),
    expireDate: invite.expireDate ? new Date(invite.expireDate * 1000).toISOString() : null,
    usageLimit: invite.usageLimit ?? null,
    usage: invite.usage ?? 0,
    permanent: Boolean(invite.permanent),
    revoked: Boolean(invite.revoked),
    requestNeeded: Boolean(invite.requestNeeded),
  };
}

function nameOf({ firstName, username }: { firstName: string; username: string | null }) {
  return { firstName, username };
}

process.stdout.write(`${await app.listen({ host: '127.0.0.1', port: 0 })}/\n`);
