import type { TelegramPort } from '../../telegram/port.ts';

/** Shows every answer to `seen` before the caller has it. */
export function withSeenAnswers(port: TelegramPort, seen: (answer: unknown) => void): TelegramPort {
  return {
    async invoke(request) {
      const answer = await port.invoke(request);
      seen(answer);
      return answer;
    },
  };
}
