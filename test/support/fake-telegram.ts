import type { TelegramPort } from '../../src/telegram/port.ts';
import type { Api } from '../../src/telegram/tl.ts';

export interface FakeTelegram extends TelegramPort {
  /** Every request in the order it came. */
  readonly requests: Api.AnyRequest[];
}

/** A port for unit tests of rules: answers by the method's name, with a value or an error; an unknown method is a test's mistake. */
export function fakeTelegram(answers: Readonly<Record<string, (request: never) => unknown>>): FakeTelegram {
  const requests: Api.AnyRequest[] = [];
  return {
    requests,
    async invoke(request) {
      requests.push(request);
      const answer = answers[request.className];
      if (!answer) throw new Error(`the fake has no answer to ${request.className}`);
      return answer(request as never); // each answer knows the request of its own method
    },
  };
}
