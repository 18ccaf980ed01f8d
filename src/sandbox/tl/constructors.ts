/**
 * Constructors of MTProto itself, which never change with the API's layer (core.telegram.org/schema/mtproto).
 * They are read and written by hand: message ids and nonces are compared and kept as they stand on the wire,
 * and one message with an unknown body must not spoil its neighbours. The API's own types go through the library's schema.
 */
export const RES_PQ = 0x05162463;
export const P_Q_INNER_DATA = 0x83c95aec;
export const P_Q_INNER_DATA_DC = 0xa9f55f95;
export const P_Q_INNER_DATA_TEMP = 0x3c6a84d4;
export const P_Q_INNER_DATA_TEMP_DC = 0x56fddf88;
export const SERVER_DH_PARAMS_FAIL = 0x79cb045d;
export const SERVER_DH_PARAMS_OK = 0xd0e8075c;
export const SERVER_DH_INNER_DATA = 0xb5890dba;
export const CLIENT_DH_INNER_DATA = 0x6643b654;
export const DH_GEN_OK = 0x3bcbf734;
export const DH_GEN_RETRY = 0x46dc1fb9;
export const DH_GEN_FAIL = 0xa69dae02;
export const BIND_AUTH_KEY_INNER = 0x75a3f765;

export const REQ_PQ = 0x60469778;
export const REQ_PQ_MULTI = 0xbe7e8ef1;
export const REQ_DH_PARAMS = 0xd712e4be;
export const SET_CLIENT_DH_PARAMS = 0xf5045f1f;

export const MSG_CONTAINER = 0x73f1f8dc;
export const MSGS_ACK = 0x62d6b459;
export const BAD_MSG_NOTIFICATION = 0xa7eff811;
export const BAD_SERVER_SALT = 0xedab447b;
export const MSGS_STATE_REQ = 0xda69fb52;
export const MSGS_STATE_INFO = 0x04deb57d;
export const MSGS_ALL_INFO = 0x8cc0d131;
export const MSG_DETAILED_INFO = 0x276d3ec6;
export const MSG_NEW_DETAILED_INFO = 0x809db6df;
export const MSG_RESEND_REQ = 0x7d861a08;
export const MSG_RESEND_ANS_REQ = 0x8610baeb;
export const RPC_RESULT = 0xf35c6d01;
export const RPC_ERROR = 0x2144ca19;
export const GZIP_PACKED = 0x3072cfa1;
export const RPC_ANSWER_UNKNOWN = 0x5e2ad36e;
export const RPC_ANSWER_DROPPED_RUNNING = 0xcd78e586;
export const RPC_ANSWER_DROPPED = 0xa43ad8b7;
export const FUTURE_SALTS = 0xae500895;
export const PONG = 0x347773c5;
export const DESTROY_SESSION_OK = 0xe22045fc;
export const DESTROY_SESSION_NONE = 0x62d350c9;
export const NEW_SESSION_CREATED = 0x9ec20908;
export const HTTP_WAIT = 0x9299359f;
export const DESTROY_AUTH_KEY_OK = 0xf660e1d4;

export const RPC_DROP_ANSWER = 0x58e4a740;
export const GET_FUTURE_SALTS = 0xb921bd04;
export const PING = 0x7abe77ec;
export const PING_DELAY_DISCONNECT = 0xf3427b8c;
export const DESTROY_SESSION = 0xe7512126;
export const DESTROY_AUTH_KEY = 0xd1435160;

export const INVOKE_WITH_LAYER = 0xda9b0d0d;
export const INIT_CONNECTION = 0xc1cd5ea9;
export const INVOKE_WITHOUT_UPDATES = 0xbf9459b7;
export const INVOKE_AFTER_MSG = 0xcb9f372d;
export const INVOKE_AFTER_MSGS = 0x3dc4b4f0;
