import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';

/** A bare connection to the gateway at this address, whose errors are the test's to look for. */
export function connectTo(url: string): Socket {
  return connect(Number(new URL(url).port), '127.0.0.1').on('error', () => {});
}

/** What comes back for these bytes until the gateway closes the connection; ask for that with `connection: close`. */
export function exchange(url: string, bytes: string | Buffer): Promise<string> {
  const socket = connectTo(url);
  socket.write(bytes);
  return text(socket);
}

/** A POST of this operation, as bytes. */
export function postBytes(query: string, headers = '', variables?: object): string {
  const body = JSON.stringify({ query, variables });
  return `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n${headers}\r\n${body}`;
}
