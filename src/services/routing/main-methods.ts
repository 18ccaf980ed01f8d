import { Api } from '../../telegram/tl.ts';

/** Telegram's method behind each field of the API: which kind of account may ask for the field follows from it. */
export const MAIN_METHODS = {
  adminsWithInvites: Api.messages.GetAdminsWithInvites,
  chat: Api.channels.GetChannels,
  chats: Api.messages.GetDialogs,
  checkChatInvite: Api.messages.CheckChatInvite,
  chatInviteUses: Api.updates.GetDifference,
  chatJoinRequests: Api.updates.GetDifference,
  deleteExportedChatInvite: Api.messages.DeleteExportedChatInvite,
  deleteRevokedExportedChatInvites: Api.messages.DeleteRevokedExportedChatInvites,
  editExportedChatInvite: Api.messages.EditExportedChatInvite,
  exportChatInvite: Api.messages.ExportChatInvite,
  exportedInvite: Api.messages.GetExportedChatInvite,
  exportedInvites: Api.messages.GetExportedChatInvites,
  fullChat: Api.channels.GetFullChannel,
  hideAllChatJoinRequests: Api.messages.HideAllChatJoinRequests,
  hideChatJoinRequest: Api.messages.HideChatJoinRequest,
  importChatInvite: Api.messages.ImportChatInvite,
  importers: Api.messages.GetChatInviteImporters,
  users: Api.users.GetUsers,
} as const;
