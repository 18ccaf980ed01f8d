import type { Api } from 'telegram';
import { openBindMessage } from '../crypto/bind-message.ts';
import { RpcError } from '../rpc-error.ts';
import type { Session } from '../session/session.ts';
import { tlLong } from '../tl/writer.ts';
import type { Core } from './core.ts';

/**
 * auth.bindTempAuthKey (core.telegram.org/api/pfs): from here on, calls made with this session's temporary key count as the
 * permanent key's. Throws RpcError 400: TEMP_AUTH_KEY_EMPTY on a permanent key, EXPIRES_AT_INVALID for a time that is past,
 * ENCRYPTED_MESSAGE_INVALID where the permanent key is unknown or what it signed says anything else than this call,
 * TEMP_AUTH_KEY_ALREADY_BOUND where another permanent key has it.
 */
export function bindTempAuthKey(core: Core, session: Session, msgId: bigint, request: Api.auth.BindTempAuthKey): true {
  const temporary = session.key;
  if (temporary.expiresAt === null) throw new RpcError(400, 'TEMP_AUTH_KEY_EMPTY');
  if (request.expiresAt <= core.clock() / 1000) throw new RpcError(400, 'EXPIRES_AT_INVALID');
  const permAuthKeyId = BigInt(request.permAuthKeyId.toString());
  const permanent = core.keys.find(tlLong(permAuthKeyId).toString('hex'));
  if (!permanent || permanent.expiresAt !== null) throw new RpcError(400, 'ENCRYPTED_MESSAGE_INVALID');
  const bind = openBindMessage(permanent.authKey, request.encryptedMessage);
  const agrees =
    bind !== null &&
    bind.msgId === msgId &&
    bind.nonce === BigInt(request.nonce.toString()) &&
    bind.tempAuthKeyId === temporary.authKey.idBytes.readBigInt64LE() &&
    bind.permAuthKeyId === permAuthKeyId &&
    bind.tempSessionId === session.id &&
    bind.expiresAt === request.expiresAt;
  if (!agrees) throw new RpcError(400, 'ENCRYPTED_MESSAGE_INVALID');
  if (temporary.boundTo && temporary.boundTo !== permanent) throw new RpcError(400, 'TEMP_AUTH_KEY_ALREADY_BOUND');
  temporary.boundTo = permanent;
  return true;
}
