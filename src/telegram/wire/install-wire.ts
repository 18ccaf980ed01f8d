import { BinaryReader, MessagePacker } from 'telegram/extensions/index.js';
import { MTProtoSender } from 'telegram/network/index.js';
import { toLong } from '../tl.ts';
import { receiveLoop } from './receive-loop.ts';
import { sendLoop } from './send-loop.ts';

/**
 * Puts the functions of this folder in the place of GramJS's, for the process. They are methods of exported classes, whose
 * names a test holds, as the version is pinned. May be called again.
 */
export function installWire(): void {
  MTProtoSender.prototype._sendLoop = function () {
    return sendLoop(this);
  };
  MTProtoSender.prototype._recvLoop = function () {
    return receiveLoop(this);
  };

  /**
   * A 64-bit integer: GramJS goes by way of a copy, its reverse and a hexadecimal string. An answer with a hundred people
   * has three hundred.
   */
  BinaryReader.prototype.readLong = function (signed = true) {
    const place = this.offset;
    this.offset += 8;
    const stream = this.getBuffer();
    return toLong(signed ? stream.readBigInt64LE(place) : stream.readBigUInt64LE(place));
  };

  /** GramJS keeps another list of what is under way, copied for each answer, for a reconnect that comes between two awaits of its send loop. */
  MessagePacker.prototype.append = function (state, setReady = true, atStart = false) {
    const queue = this.values();
    if (atStart) queue.unshift(state);
    else queue.push(state);
    if (setReady) this['setReady']?.(true);
  };

  /** At a reconnect: GramJS forgets what waits to be sent, or to be sent again. The empty place wakes the send loop. */
  MessagePacker.prototype.clear = function () {
    this['_queue'] = this.values().filter((state) => state?.request.classType === 'request');
    this.append(undefined);
  };
}
