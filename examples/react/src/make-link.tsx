import type { FormEvent } from 'react';
import { Refusal, useClick } from './click.tsx';
import { MAKE } from './documents.ts';

export function MakeLink({ peer }: { peer: string }) {
  const { click, fetching, answer, refusal, again } = useClick(MAKE);
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [title, limit] = [`${form.get('title')}`, form.get('limit')];
    click({ peer, title, usageLimit: limit ? Number(limit) : null, requestNeeded: form.has('approval') });
  }
  return (
    <section>
      <h2>Make a link</h2>
      <form onSubmit={submit}>
        <label>
          Title <input name="title" placeholder="Poster at the door" />
        </label>
        <label>
          Limit <input name="limit" type="number" placeholder="none" />
        </label>
        <label>
          <input name="approval" type="checkbox" /> Needs approval
        </label>
        <button type="submit" disabled={fetching}>
          {fetching ? 'Making …' : 'Make a link'}
        </button>
      </form>
      {answer && 'link' in answer && <p role="status">Made {answer.link}</p>}
      {answer?.__typename === 'ChatInvitePublicJoinRequests' && <p>People ask to join by the chat’s username.</p>}
      <Refusal refusal={refusal} again={again} />
    </section>
  );
}
