import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { ClientAddress } from './client-address.ts';
import type { Turns } from './turns.ts';

type Waiting = [IncomingMessage, ServerResponse][];

/**
 * Serves the requests of one connection one after the other, each in its turn: Node hands on all those at once that a caller has
 * sent without waiting for answers. Whoever has more than `most` waiting is cut off.
 */
export function inTurn(most: number, turns: Turns, addressOf: ClientAddress, serve: RequestListener): RequestListener {
  const queues = new WeakMap<Socket, Waiting>();

  function beginNext(socket: Socket, queue: Waiting): void {
    const next = queue.shift();
    if (next === undefined) {
      queues.delete(socket);
      return;
    }
    // Whether a key is one is seen later.
    turns.take(next[0].headers.authorization ?? addressOf(next[0]), () => {
      // The answer before may have been the connection's last: nothing is begun that nobody would hear of.
      if (!socket.writable) return false;
      serve(...next);
      // Heard last, when the request has given back what it held.
      next[1].once('close', () => beginNext(socket, queue));
      return true;
    });
  }

  return (request, response) => {
    const { socket } = request;
    const queue = queues.get(socket);
    if (queue === undefined) {
      const opened: Waiting = [[request, response]];
      queues.set(socket, opened);
      beginNext(socket, opened);
    } else if (queue.length < most) queue.push([request, response]);
    else socket.destroy();
  };
}
