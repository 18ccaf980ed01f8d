import { BinaryReader } from 'telegram/extensions/index.js';
import { MTProtoSender } from 'telegram/network/index.js';
import { toLong } from '../tl.ts';
import { PacketConnection } from './packet-connection.ts';
import { receiveLoop } from './receive-loop.ts';
import { reconnect } from './reconnect.ts';
import { sendLoop } from './send-loop.ts';

const gramjs = {
  sendLoop: MTProtoSender.prototype._sendLoop,
  receiveLoop: MTProtoSender.prototype._recvLoop,
  reconnect: MTProtoSender.prototype._reconnect,
};

/**
 * Puts the functions of this folder in the place of GramJS's, for the process. They are methods of exported classes, whose
 * names a test holds, as the version is pinned. A sender over another connection than ours keeps GramJS's methods. May be
 * called again.
 */
export function installWire(): void {
  MTProtoSender.prototype._sendLoop = function () {
    return this._connection instanceof PacketConnection ? sendLoop(this) : gramjs.sendLoop.call(this);
  };
  MTProtoSender.prototype._recvLoop = function () {
    return this._connection instanceof PacketConnection ? receiveLoop(this) : gramjs.receiveLoop.call(this);
  };
  MTProtoSender.prototype._reconnect = function () {
    const { _connection: connection } = this;
    return connection instanceof PacketConnection ? reconnect(this, connection) : gramjs.reconnect.call(this);
  };
  BinaryReader.prototype.readLong = readLong;
}

/**
 * A 64-bit integer: GramJS goes by way of a copy, its reverse and a hexadecimal string. An answer with a hundred people has
 * three hundred.
 */
function readLong(this: BinaryReader, signed = true): ReturnType<BinaryReader['readLong']> {
  const place = this.offset;
  this.offset += 8;
  const stream = this.getBuffer();
  return toLong(signed ? stream.readBigInt64LE(place) : stream.readBigUInt64LE(place));
}
