/** Fastify around GramJS, as somebody writes it who needs invite links today. */
import fastify from 'fastify';
import { Api } from 'telegram';
import { connectGramjs } from './connect-gramjs.ts';

const client = await connectGramjs();
const app = fastify();

app.post<{ Body: { peer: string; title: string; usageLimit: number } }>('/invites', async ({ body }) => {
  const { peer, title, usageLimit } = body;
  return show(await client.invoke(new Api.messages.ExportChatInvite({ peer, title, usageLimit })));
});

app.get<{ Querystring: { peer: string } }>('/invites', async ({ query: { peer } }) => {
  const { count, invites, users } = await client.invoke(
    new Api.messages.GetExportedChatInvites({ peer, adminId: new Api.InputUserSelf(), limit: 100 }),
  );
  const nameOf = names(users);
  return {
    totalCount: count,
    rows: invites.map((invite) => ({ ...show(invite), admin: 'adminId' in invite ? nameOf(invite.adminId) : null })),
  };
});

app.get<{ Querystring: { peer: string; link: string } }>('/importers', async ({ query: { peer, link } }) => {
  const offset = { offsetDate: 0, offsetUser: new Api.InputUserEmpty() };
  const { count, importers, users } = await client.invoke(
    new Api.messages.GetChatInviteImporters({ peer, link, limit: 100, ...offset }),
  );
  const nameOf = names(users);
  const rows = importers.map(({ date, userId, approvedBy }) => ({
    date: new Date(date * 1000).toISOString(),
    user: nameOf(userId),
    approvedBy: approvedBy ? nameOf(approvedBy) : null,
  }));
  return { totalCount: count, rows };
});

function show(invite: Api.TypeExportedChatInvite) {
  if (!(invite instanceof Api.ChatInviteExported)) throw new Error(`${invite.className} in place of a link`);
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

/** The names of the people in an answer, by their id. */
function names(users: readonly Api.TypeUser[]) {
  const byId = new Map(users.map((user) => [String(user.id), user]));
  return (id: { toString(): string }) => {
    const user = byId.get(String(id));
    return user instanceof Api.User ? { firstName: user.firstName ?? '', username: user.username ?? null } : null;
  };
}

process.stdout.write(`${await app.listen({ host: '127.0.0.1', port: 0 })}/\n`);
