import { Api } from '../../../src/telegram/tl.ts';

/** Telegram's methods by what the API calls what they are for. */
export const MAIN_METHODS = {
  adminsWithInvites: Api.messages.GetAdminsWithInvites,
  chat: Api.channels.GetChannels,
  editExportedChatInvite: Api.messages.EditExportedChatInvite,
  exportChatInvite: Api.messages.ExportChatInvite,
  exportedInvite: Api.messages.GetExportedChatInvite,
  exportedInvites: Api.messages.GetExportedChatInvites,
  hideChatJoinRequest: Api.messages.HideChatJoinRequest,
  importChatInvite: Api.messages.ImportChatInvite,
  importers: Api.messages.GetChatInviteImporters,
} as const;
