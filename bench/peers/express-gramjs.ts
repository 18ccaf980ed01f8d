/** Express around GramJS, as somebody writes it who needs an invite link today. */
import express from 'express';
import { Api } from 'telegram';
import { connectGramjs } from './connect-gramjs.ts';

const client = await connectGramjs();
const app = express();
app.use(express.json());

app.post('/invites', async (request, response) => {
  const { peer, title, usageLimit } = request.body;
  const invite = await client.invoke(new Api.messages.ExportChatInvite({ peer, title, usageLimit }));
  if (!(invite instanceof Api.ChatInviteExported)) throw new Error(`${invite.className} in answer to an export`);
  response.json({
    link: invite.link,
    title: invite.title ?? null,
    date: new Date(invite.date * 1000).toISOString(),
    expireDate: invite.expireDate ? new Date(invite.expireDate * 1000).toISOString() : null,
    usageLimit: invite.usageLimit ?? null,
    usage: invite.usage ?? 0,
    permanent: Boolean(invite.permanent),
    revoked: Boolean(invite.revoked),
    requestNeeded: Boolean(invite.requestNeeded),
  });
});

const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`http://127.0.0.1:${typeof address === 'object' ? address?.port : address}/\n`);
});
