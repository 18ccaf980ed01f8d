import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Serves the requests of one connection one after the other: Node hands on all those at once that a caller has sent without
 * waiting for answers. Whoever has more than `most` waiting is cut off.
 */
export function inTurn(most: number, serve: RequestListener): RequestListener {
  const queues = new WeakMap<Socket, [IncomingMessage, ServerResponse][]>();

  function begin(request: IncomingMessage, response: ServerResponse, queue: [IncomingMessage, ServerResponse][]): void {
    const { socket } = request;
    response.once('close', () => {
      if (queue.length === 0) queues.delete(socket);
      // Other connections have their turn before.
      else setImmediate(beginNext, socket, queue);
    });
    serve(request, response);
  }

  function beginNext(socket: Socket, queue: [IncomingMessage, ServerResponse][]): void {
    const next = queue.shift();
    // The answer before may have been the connection's last: nothing is begun that nobody would hear of.
    if (next && socket.writable) begin(...next, queue);
    else queues.delete(socket);
  }

  return (request, response) => {
    const { socket } = request;
    const queue = queues.get(socket);
    if (queue === undefined) {
      const opened: [IncomingMessage, ServerResponse][] = [];
      queues.set(socket, opened);
      begin(request, response, opened);
    } else if (queue.length < most) queue.push([request, response]);
    else socket.destroy();
  };
}
